using System.Buffers.Binary;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Win32.SafeHandles;
using Networks.Silo.Storage.Journals;
using Networks.Testing;

namespace Networks.Silo.Tests.Storage.Journals;

public sealed class JournalTests : IDisposable
{
    private const int SmallFile = 64 << 10;
    private static readonly JournalOwner Owner = JournalOwner.Draw();
    private readonly TempDirectory _directory = new();

    private string Store => _directory.File("networks.db");

    private string First => Journal.PathsFor(Store)[0];

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_batch_is_written_and_the_disk_waited_for_before_anybody_hears_of_it()
    {
        List<long> lengthsInUse = [];
        using var journal = new Journal(Store, flush: file => lengthsInUse.Add(LastMark(file)));
        journal.Begin(Owner);
        for (var number = 1; number <= 20; number++)
        {
            var before = lengthsInUse.Count;
            journal.Append(Content(number, 5_000), number);
            Assert.Equal(before + 1, lengthsInUse.Count);
            Assert.Equal(number * JournalFrame.LengthOf(5_000), lengthsInUse[^1]);
        }
    }

    /// <summary>Ahead, or every wait would be for the file's new length as well; never far, or one would be long.</summary>
    [Fact]
    public void A_file_grows_ahead_of_what_is_written_and_little_at_a_time()
    {
        List<long> lengths = [];
        using var journal = new Journal(Store, flush: file => lengths.Add(RandomAccess.GetLength(file)));
        journal.Begin(Owner);
        lengths.RemoveRange(0, lengths.Count - 1);
        for (var number = 1; number <= 400; number++)
        {
            journal.Append(Content(number, 5_000), number);
        }

        List<long> steps = [.. lengths.Zip(lengths.Skip(1), static (before, after) => after - before).Where(static step => step != 0)];
        Assert.All(steps, static step => Assert.InRange(step, 1, JournalFile.GrowthBytes));
        Assert.InRange(steps.Count, 400 / 20, 400 / 10);
    }

    [Fact]
    public void Whatever_was_written_in_whatever_portions_is_read_again_from_where_the_store_is_on() => Prop
        .ForAll(
            Gen.Choose(0, 9_000).ListOf().Where(static lengths => lengths.Count > 0).ToArbitrary(),
            Gen.Choose(0, 100).ToArbitrary(),
            (lengths, share) => ReadsAgain([.. lengths], share))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    /// <summary>
    /// The disk may have taken any part of what it was not waited for: each page of the last frame is there or not, over what an earlier
    /// use of the file left. Everything acknowledged is read, and the last batch is read whole or not at all.
    /// </summary>
    [Fact]
    public void A_power_cut_leaves_everything_acknowledged_and_of_the_last_batch_all_or_nothing() => Prop
        .ForAll(
            Gen.Choose(1, 12).ToArbitrary(), Gen.Choose(0, 20_000).ToArbitrary(), Gen.Choose(0, 255).ToArbitrary(),
            (batches, lastLength, pagesThere) => SurvivesACut(batches, lastLength, pagesThere))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void An_acknowledged_batch_that_went_bad_is_found_and_not_passed_over()
    {
        WriteBatches(10, 3_000);
        var bytes = File.ReadAllBytes(First);
        bytes[5 * JournalFrame.Unit + 700] ^= 1;
        File.WriteAllBytes(First, bytes);
        var refusal = Assert.Throws<InvalidDataException>(() => Journal.Read(Store, Owner, 0));
        Assert.Contains("damaged", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(First, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_that_is_missing_between_the_store_and_its_journal_is_told()
    {
        WriteBatches(10, 100);
        Assert.Equal(7, Journal.Read(Store, Owner, 3).Count);
        using (var later = new Journal(Store))
        {
            later.Begin(Owner);
            later.Append(Content(12, 100), 12);
        }

        var refusal = Assert.Throws<InvalidDataException>(() => Journal.Read(Store, Owner, 10));
        Assert.Contains("lacks change 11", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_stores_journal_is_refused_and_one_that_was_never_begun_holds_nothing()
    {
        WriteBatches(3, 100);
        Assert.Throws<InvalidDataException>(() => Journal.Read(Store, JournalOwner.Draw(), 0));
        Assert.Equal(3, Journal.Read(Store, Owner, 0).Count);
        foreach (var nothing in (int[])[10_000, 0])
        {
            Array.ForEach(Journal.PathsFor(Store), file => File.WriteAllBytes(file, new byte[nothing]));
            Assert.Empty(Journal.Read(Store, JournalOwner.Draw(), 0));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_journal_that_could_not_be_begun_holds_no_file_and_is_begun_the_next_time(int failing)
    {
        List<SafeFileHandle> opened = [];
        using var journal = new Journal(Store, flush: file =>
        {
            opened.Add(file);
            if (opened.Count == failing)
            {
                throw new IOException("No.");
            }
        });
        Assert.Throws<IOException>(() => journal.Begin(Owner));
        Assert.False(journal.IsBegun);
        Assert.All(opened, static file => Assert.True(file.IsClosed));
        journal.Begin(Owner);
        journal.Append(Content(1, 100), 1);
        Assert.Single(Journal.Read(Store, Owner, 0));
    }

    [Fact]
    public void What_follows_a_batch_that_failed_takes_its_place()
    {
        var isBroken = false;
        using var journal = new Journal(Store, flush: _ =>
        {
            if (isBroken)
            {
                throw new IOException("No.");
            }
        });
        journal.Begin(Owner);
        journal.Append(Content(1, 100), 1);
        isBroken = true;
        Assert.Throws<IOException>(() => journal.Append(Content(99, 30_000), 2));
        isBroken = false;
        var place = journal.Append(Content(2, 200), 2);
        journal.Append(Content(3, 200), 3);
        Assert.Equal([100, 200, 200], Journal.Read(Store, Owner, 0).Select(static batch => batch.Content.Length));
        var read = new byte[200];
        journal.Read(place, read);
        Assert.Equal(Content(2, 200), read);
    }

    [Fact]
    public void Two_files_are_used_in_turns_and_neither_before_the_store_holds_what_is_in_it()
    {
        using var journal = new Journal(Store, SmallFile, static _ => { });
        journal.Begin(Owner);
        var number = 0L;
        void Fill()
        {
            while (!journal.MustWait)
            {
                number++;
                journal.Append(Content(number, 3_000), number);
            }
        }

        Fill();
        var full = journal.Full;
        Assert.InRange(full, 1, number - 1);
        journal.Kept(full - 1);
        Assert.True(journal.MustWait);
        for (var turn = 0; turn < 6; turn++)
        {
            full = journal.Full;
            journal.Kept(full);
            Assert.False(journal.MustWait);
            Fill();
            Assert.True(journal.Full > full);
            Assert.Equal(number, Journal.Read(Store, Owner, full)[^1].Number);
        }

        Assert.All(Journal.PathsFor(Store), file => Assert.InRange(new FileInfo(file).Length, SmallFile, SmallFile + (2 << 20)));
    }

    [Fact]
    public void A_file_is_left_before_it_is_full_if_the_store_holds_everything_and_not_for_a_few_batches()
    {
        using var journal = new Journal(Store, 4 * SmallFile, static _ => { });
        journal.Begin(Owner);
        var number = 0L;
        int FileOfNext() => journal.Append(Content(++number, 3_000), number).File;
        Assert.Equal(0, FileOfNext());
        journal.Kept(number);
        Assert.Equal(0, FileOfNext());
        while (!journal.IsWorthLeaving)
        {
            Assert.Equal(0, FileOfNext());
        }

        journal.Kept(number - 1);
        Assert.Equal(0, FileOfNext());
        journal.Kept(number);
        var kept = number;
        Assert.Equal(1, FileOfNext());
        Assert.Equal(1, FileOfNext());
        Assert.Equal(0, journal.Full);
        Assert.Equal([kept + 1, kept + 2], Journal.Read(Store, Owner, kept).Select(batch => batch.Number));
        while (!journal.MustWait)
        {
            FileOfNext();
        }

        Assert.InRange(journal.Full, kept + 3, number - 1);
        Assert.Equal(number - kept, Journal.Read(Store, Owner, kept).Count);
    }

    private static byte[] Content(long number, int length)
    {
        var content = new byte[length];
        new Random((int)number).NextBytes(content);
        return content;
    }

    /// <summary>Bytes up to the end of the last frame that a file holds.</summary>
    private static long LastMark(SafeFileHandle file)
    {
        var bytes = new byte[RandomAccess.GetLength(file)];
        RandomAccess.Read(file, bytes, 0);
        var generation = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(8));
        var end = JournalFrame.Unit;
        while (end < bytes.Length && JournalFrame.TryRead(bytes.AsMemory(end), generation, out _, out var content))
        {
            end += JournalFrame.LengthOf(content.Length);
        }

        return end - JournalFrame.Unit;
    }

    private void WriteBatches(int count, int length)
    {
        Journal.Remove(Store);
        using var journal = new Journal(Store, flush: static _ => { });
        journal.Begin(Owner);
        for (var number = 1; number <= count; number++)
        {
            journal.Append(Content(number, length), number);
        }
    }

    private bool ReadsAgain(int[] lengths, int share)
    {
        Journal.Remove(Store);
        using var journal = new Journal(Store, SmallFile, static _ => { });
        journal.Begin(Owner);
        var kept = 0L;
        for (var number = 1; number <= lengths.Length; number++)
        {
            if (journal.MustWait)
            {
                journal.Kept(kept = journal.Full);
            }

            journal.Append(Content(number, lengths[number - 1]), number);
            if (number % (share + 2) == 0)
            {
                journal.Kept(kept = number);
            }
        }

        kept = Math.Max(kept, lengths.Length * share / 100);
        var read = Journal.Read(Store, Owner, kept);
        return read.Count == lengths.Length - kept
            && read.All(batch => batch.Content.Span.SequenceEqual(Content(batch.Number, lengths[batch.Number - 1])));
    }

    private bool SurvivesACut(int batches, int lastLength, int pagesThere)
    {
        // An earlier use of the file, whose frames lie under and behind those of this one.
        WriteBatches(40, 2_000);
        using var file = JournalFile.Create(First, Owner, static _ => { });
        void Append(int number, int length)
        {
            var frame = new byte[JournalFrame.LengthOf(length)];
            Content(number, length).CopyTo(frame, JournalFrame.HeadLength);
            file.Append(frame, length, number);
        }

        for (var number = 1; number <= batches; number++)
        {
            Append(number, number * 1_000);
        }

        var (before, end) = (File.ReadAllBytes(First), file.End);
        Append(batches + 1, lastLength);
        var after = File.ReadAllBytes(First);
        Array.Resize(ref before, after.Length);
        for (var page = 0; end + page * JournalFrame.Unit < file.End; page++)
        {
            if ((pagesThere >> (page % 8) & 1) == 0)
            {
                var at = (int)end + page * JournalFrame.Unit;
                before.AsSpan(at, JournalFrame.Unit).CopyTo(after.AsSpan(at));
            }
        }

        file.Dispose();
        File.WriteAllBytes(First, after);
        var read = Journal.Read(Store, Owner, 0);
        return (read.Count == batches || read.Count == batches + 1)
            && read.All(batch => batch.Content.Span.SequenceEqual(
                Content(batch.Number, batch.Number <= batches ? (int)batch.Number * 1_000 : lastLength)));
    }
}

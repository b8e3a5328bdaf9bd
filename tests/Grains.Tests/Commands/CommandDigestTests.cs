using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Networks.Domain.Commands;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Volunteers;
using Networks.Grains.Commands;
using Networks.Grains.Wards;

namespace Networks.Grains.Tests.Commands;

public sealed class CommandDigestTests
{
    private static readonly CommandId Id = CommandId.Of("c1");

    [Fact]
    public void The_same_input_has_the_same_digest_though_its_lists_are_other_lists()
    {
        UpdateResident Update() => new()
        {
            CommandId = Id,
            Set = new ResidentChanges { Interests = ImmutableArray.Create("cards", "gardening") },
        };
        Assert.Equal(CommandDigest.Of(Update()), CommandDigest.Of(Update()));
    }

    [Fact]
    public void A_digest_is_that_of_the_kind_and_the_content_one_after_the_other_whatever_was_digested_before()
    {
        var options = StateJson.Options;
        object[] said = [new string('ü', 40_000), new { Words = "é <b> \u0001 \"" }, new { A = 1 }, "", new { Words = "\ud83d\ude00" }];
        foreach (var (kind, content) in said.SelectMany(content => new[] { ("RecordTie", content), ("Q", content) }))
        {
            byte[] plain =
                [.. JsonSerializer.SerializeToUtf8Bytes(kind), .. JsonSerializer.SerializeToUtf8Bytes(content, content.GetType(), options)];
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(plain))[..32], JsonDigest.Of(kind, content, options));
        }
    }

    [Fact]
    public void Whatever_a_command_says_differently_gives_another_digest()
    {
        object[] commands =
        [
            new UpdateResident { CommandId = Id, Set = new ResidentChanges() },
            new UpdateResident { CommandId = Id, Set = new ResidentChanges { BirthYear = (int?)null } },
            new UpdateResident { CommandId = Id, Set = new ResidentChanges { BirthYear = 1940 } },
            new UpdateResident { CommandId = Id, Set = new ResidentChanges { Interests = ImmutableArray<string>.Empty } },
            new UpdateResident { CommandId = Id, Set = new ResidentChanges { Interests = ImmutableArray.Create("cards") } },
            new UpdateResident { CommandId = Id, Set = new ResidentChanges { Languages = ImmutableArray.Create("cards") } },
            new UpdateResident { CommandId = Id, ExpectedVersion = 1, Set = new ResidentChanges() },
            new EndTie { CommandId = Id, Tie = 1, On = new DateOnly(2026, 11, 22) },
            new EndMatch { CommandId = Id, Match = 1, On = new DateOnly(2026, 11, 22), Ending = default },
            new RecordTie { CommandId = Id, ToAlter = "1", Kind = TieKind.Friend },
            new RecordTie { CommandId = Id, ToResident = ResidentId.Of("1"), Kind = TieKind.Friend },
            new SetVolunteerCapacity { CommandId = Id, Capacity = 1 },
        ];
        Assert.Equal(commands.Length, commands.Select(CommandDigest.Of).Distinct().Count());
    }

    [Fact]
    public void A_record_remembers_no_more_than_it_should()
    {
        var day = new DateOnly(2026, 11, 22);
        StoredAnswer Answer(int number) => new() { Command = CommandId.Of($"c{number}"), Digest = "", On = day.AddDays(number / 100) };
        var answers =
            Enumerable.Range(0, 2_000).Aggregate(ImmutableArray<StoredAnswer>.Empty, (kept, number) => kept.Remember(Answer(number)));
        Assert.Equal(StoredAnswer.CountMax, answers.Length);
        Assert.Equal(CommandId.Of("c1999"), answers[^1].Command);
        var later = answers.Remember(new StoredAnswer { Command = Id, Digest = "", On = day.AddDays(19 + StoredAnswer.DaysKept) });
        Assert.Equal(101, later.Length);
    }
}

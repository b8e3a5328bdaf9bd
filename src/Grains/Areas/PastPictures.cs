using Networks.Grains.WardRegisters;
using Networks.Grains.Wards;

namespace Networks.Grains.Areas;

/// <summary>
/// The few pictures of past days of knowledge that a silo holds, for as long as somebody asks for them. The live picture knows nothing of
/// days of recording, so that it need not grow by them; a past one is put together from the rows when it is asked for. All are dropped as
/// soon as anybody leaves a ward for good: who was erased is gone from every picture. One for each silo, safe to use from many threads.
/// </summary>
public sealed class PastPictures(IEntityRows rows, WardBoard board, TimeProvider time) : IDisposable
{
    /// <summary>Pictures held at once; each is as large as the live one.</summary>
    public const int PicturesMax = 2;

    /// <summary>
    /// Questions that wait for a picture at once; further ones are told to come again. One request asks one at a time, whatever number of
    /// evenings it names, so these are requests.
    /// </summary>
    public const int WaitingMax = 16;

    /// <summary>How often a picture is begun anew because somebody left a ward while it was put together.</summary>
    private const int TriesMax = 3;

    /// <summary>How long a picture is held after it was last asked for.</summary>
    public static readonly TimeSpan IdleMost = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _building = new(1);
    private readonly Dictionary<DateOnly, Held> _held = [];
    private ITimer? _tidying;
    private int _waiting;

    /// <summary>How many pictures are held now.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _held.Count;
            }
        }
    }

    /// <summary>How many questions wait for a picture now, or have theirs put together.</summary>
    internal int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Lets go of every picture: what was written down with an earlier day of recording may have changed them.</summary>
    public void Drop()
    {
        lock (_gate)
        {
            _held.Clear();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _tidying?.Dispose();
        _building.Dispose();
    }

    /// <summary>The picture of a day, or null if too many wait for one already. One is put together at a time.</summary>
    internal async Task<PastPicture?> Of(DateOnly knownAt, WardRegister register)
    {
        if (Find(knownAt) is { } held)
        {
            return held;
        }

        try
        {
            if (Interlocked.Increment(ref _waiting) > WaitingMax)
            {
                return null;
            }

            await _building.WaitAsync();
            try
            {
                return Find(knownAt) ?? await Build(knownAt, register);
            }
            finally
            {
                _building.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private async Task<PastPicture> Build(DateOnly knownAt, WardRegister register)
    {
        MakeRoom();
        for (var attempt = 1; ; attempt++)
        {
            var departures = board.Departures;
            var picture = await Task.Run(() => PastPicture.Of(knownAt, rows, register.Wards, board.Graph, CancellationToken.None));
            var isCertain = picture.IsSettled && departures == board.Departures;
            if (isCertain)
            {
                Hold(knownAt, new Held(picture, departures, time.GetTimestamp()));
            }

            if (isCertain || attempt == TriesMax)
            {
                return picture;
            }
        }
    }

    private PastPicture? Find(DateOnly knownAt)
    {
        lock (_gate)
        {
            if (!_held.TryGetValue(knownAt, out var held))
            {
                return null;
            }

            if (held.Departures != board.Departures)
            {
                _held.Clear();
                return null;
            }

            _held[knownAt] = held with { AskedAt = time.GetTimestamp() };
            return held.Picture;
        }
    }

    // Room is made first, so that there are never more than so many at once while the next is put together.
    private void MakeRoom()
    {
        lock (_gate)
        {
            while (_held.Count >= PicturesMax)
            {
                _held.Remove(_held.MinBy(pair => pair.Value.AskedAt).Key);
            }
        }
    }

    private void Hold(DateOnly knownAt, Held held)
    {
        lock (_gate)
        {
            _held[knownAt] = held;
            _tidying ??= time.CreateTimer(_ => Tidy(), null, IdleMost, IdleMost);
        }
    }

    private void Tidy()
    {
        lock (_gate)
        {
            foreach (var (day, held) in _held)
            {
                if (time.GetElapsedTime(held.AskedAt) >= IdleMost || held.Departures != board.Departures)
                {
                    _held.Remove(day);
                }
            }

            if (_held.Count == 0)
            {
                _tidying?.Dispose();
                _tidying = null;
            }
        }
    }

    private sealed record Held(PastPicture Picture, long Departures, long AskedAt);
}

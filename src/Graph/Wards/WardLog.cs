namespace Networks.Graph.Wards;

/// <summary>
/// Whose findings may differ between one part of a ward and the next. A step is known by its place and not by a number, so two pictures
/// made from one never take each other's steps. It forgets in halves: at most twice <see cref="ResidentsMax"/> changed residents are held,
/// 4 bytes each, and a walk back reaches at least the last <see cref="ResidentsMax"/> of them, less only where a second picture was made
/// from one. No step is an object: a ward takes thousands a minute, and each is read a moment later or never.
/// </summary>
internal readonly record struct WardLog
{
    /// <summary>Changed residents of a step or a run of steps beyond which it is cheaper to work the ward out anew.</summary>
    public const int ResidentsMax = 256;

    private readonly Half half;
    private readonly int end;

    private WardLog(Half half, int end) => (this.half, this.end) = (half, end);

    /// <summary>The log of a ward of which nothing was known before.</summary>
    public static WardLog Start() => new(new Half(null, 0), 0);

    /// <summary>
    /// The log after residents have changed, come or gone; after more than <see cref="ResidentsMax"/> at once it begins anew.
    /// </summary>
    public WardLog After(ReadOnlySpan<int> residents)
    {
        if (residents.Length > ResidentsMax)
        {
            return Start();
        }

        if (residents.Length == 0)
        {
            return this;
        }

        var next = half.TryAdd(end, residents) ? half : half.Next(end, residents);
        return new WardLog(next, next == half ? end + residents.Length : residents.Length);
    }

    /// <summary>Who may differ from how they were at an earlier step; null if that is not known any more.</summary>
    public IReadOnlyCollection<int>? ChangedSince(WardLog earlier)
    {
        HashSet<int> residents = [];
        var upTo = end;
        Half? walked = half;
        while (walked is not null)
        {
            var isReached = walked == earlier.half && earlier.end <= upTo;
            foreach (var resident in walked.Residents(isReached ? earlier.end : 0, upTo))
            {
                residents.Add(resident);
            }

            if (isReached)
            {
                return residents;
            }

            upTo = walked.BeforeEnd;
            walked = walked.Before;
        }

        return null;
    }

    /// <summary>
    /// Steps one behind the other, each the residents it changed. The first picture made from one that ends here goes on in it; another
    /// made from the same begins a half of its own.
    /// </summary>
    private sealed class Half(Half? before, int beforeEnd)
    {
        private const int GrowthFactor = 4;

        private int[] room = [];
        private int taken;

        /// <summary>The half before; null if there is none or it is out of reach.</summary>
        public Half? Before { get; private set; } = before;

        /// <summary>Where the steps of this half went on from in the one before.</summary>
        public int BeforeEnd => beforeEnd;

        public ReadOnlySpan<int> Residents(int from, int to) => room.AsSpan(from, to - from);

        /// <summary>False if there is no room, or another picture has gone on from here.</summary>
        public bool TryAdd(int at, ReadOnlySpan<int> residents)
        {
            if (at + residents.Length > ResidentsMax || Interlocked.CompareExchange(ref taken, at + residents.Length, at) != at)
            {
                return false;
            }

            Put(at, residents);
            return true;
        }

        /// <summary>A half that goes on from a step of this one; what is older than this is out of reach for all from now on.</summary>
        public Half Next(int end, ReadOnlySpan<int> residents)
        {
            Before = null;
            var next = new Half(this, end) { taken = residents.Length };
            next.Put(0, residents);
            return next;
        }

        private void Put(int at, ReadOnlySpan<int> residents)
        {
            if (room.Length < at + residents.Length)
            {
                // Whoever reads the steps before goes on in the old array or in the new one; in both they are the same.
                var grown = new int[Math.Min(ResidentsMax, GrowthFactor * (at + residents.Length))];
                room.AsSpan(0, at).CopyTo(grown);
                room = grown;
            }

            residents.CopyTo(room.AsSpan(at));
        }
    }
}

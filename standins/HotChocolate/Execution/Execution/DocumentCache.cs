namespace HotChocolate.Execution;

/// <summary>
/// The documents asked for last. When it is full, the older half goes at once, which costs less on each hit than keeping an
/// exact order; texts longer than a bound are not kept, so memory stays small whatever clients send.
/// </summary>
internal sealed class DocumentCache(int entriesMax)
{
    private const int TextLengthMax = 32 * 1024;
    private readonly Lock _gate = new();
    private Dictionary<string, PreparedDocument> _young = [];
    private Dictionary<string, PreparedDocument> _old = [];

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _young.Count + _old.Count;
            }
        }
    }

    public PreparedDocument? Find(string text)
    {
        lock (_gate)
        {
            if (_young.TryGetValue(text, out var document))
            {
                return document;
            }

            if (_old.Remove(text, out document))
            {
                AddYoung(text, document);
            }

            return document;
        }
    }

    public void Add(string text, PreparedDocument document)
    {
        if (text.Length > TextLengthMax || entriesMax < 2)
        {
            return;
        }

        lock (_gate)
        {
            AddYoung(text, document);
        }
    }

    private void AddYoung(string text, PreparedDocument document)
    {
        if (_young.Count >= entriesMax / 2)
        {
            _old = _young;
            _young = [];
        }

        _young[text] = document;
    }
}

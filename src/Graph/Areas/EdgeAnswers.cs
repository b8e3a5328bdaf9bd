using System.Collections.Concurrent;

namespace Networks.Graph.Areas;

/// <summary>
/// Answers that follow from the edges of one picture and cost a walk over all of them: each is worked out once, by whoever asks first.
/// Bounded: when it is full, all are forgotten.
/// </summary>
internal sealed class EdgeAnswers
{
    private const int AnswersMax = 4;

    private readonly ConcurrentDictionary<(Type Kind, EdgeChoice Choice), Lazy<object>> known = new();

    public T Of<T>(EdgeChoice choice, Func<EdgeChoice, T> compute)
        where T : class
    {
        if (known.Count >= AnswersMax && !known.ContainsKey((typeof(T), choice)))
        {
            known.Clear();
        }

        return (T)known.GetOrAdd((typeof(T), choice), key => new Lazy<object>(() => compute(key.Choice))).Value;
    }
}

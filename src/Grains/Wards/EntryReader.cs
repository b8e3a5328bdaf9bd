using System.Collections.Immutable;
using System.Text.Json;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Networks.Grains.Groups;
using Networks.Grains.Volunteers;
using Networks.Graph.Wards;

namespace Networks.Grains.Wards;

/// <summary>
/// Takes from stored rows what the graph needs and nothing else. Residents are by far the most rows and carry much that the graph never
/// looks at (facts for matching, stored answers), so theirs are read token by token and the rest is skipped; it must take exactly what
/// <see cref="ResidentEntry.Of"/> would.
/// </summary>
internal static class EntryReader
{
    public static WardEntries Read(IReadOnlyList<EntityRow> rows) => new(
        [.. rows.Where(row => row.Kind == EntityKind.Resident).Select(Resident).OfType<ResidentEntry>()],
        [.. rows.Where(row => row.Kind == EntityKind.Volunteer).Select(Volunteer)],
        [.. rows.Where(row => row.Kind == EntityKind.Group).Select(Group)]);

    /// <summary>
    /// The residents whose rows name an errand: a group being joined, a place being given back, somebody erased whom others may still name.
    /// A row names them only while they are under way; the same words inside a fact cost one call that finds nothing to do.
    /// </summary>
    public static IEnumerable<ResidentId> WithErrands(IEnumerable<EntityRow> rows) =>
        rows.Where(HasErrand).Select(row => ResidentId.Of(row.Id));

    /// <summary>True if the row names an errand.</summary>
    public static bool HasErrand(EntityRow row) => row.Kind == EntityKind.Resident
        && (row.Json.Span.IndexOf("\"joining\":"u8) >= 0 || row.Json.Span.IndexOf("\"freeing\":"u8) >= 0
            || row.Json.Span.IndexOf("\"forgetting\":"u8) >= 0);

    /// <summary>Reads one row and packs what it holds.</summary>
    public static void Read(EntityRow row, WardPacking into)
    {
        switch (row.Kind)
        {
            case EntityKind.Resident:
                if (Resident(row) is { } resident)
                {
                    into.Add(resident);
                }

                break;
            case EntityKind.Volunteer:
                into.Add(Volunteer(row));
                break;
            default:
                into.Add(Group(row));
                break;
        }
    }

    public static VolunteerEntry Volunteer(EntityRow row) =>
        VolunteerEntry.Of(Deserialize<VolunteerState>(row).Volunteer ?? throw Empty(row), row.Version);

    public static GroupEntry Group(EntityRow row) => GroupEntry.Of(Deserialize<GroupState>(row).Group ?? throw Empty(row), row.Version);

    /// <summary>Null for a row that holds nobody any more, because she was erased.</summary>
    public static ResidentEntry? Resident(EntityRow row)
    {
        var reader = new Utf8JsonReader(row.Json.Span);
        reader.Read();
        ResidentEntry? entry = null;
        var isErased = false;
        while (Property(ref reader))
        {
            if (reader.ValueTextEquals("resident"u8))
            {
                reader.Read();
                entry = Resident(ref reader, row);
            }
            else
            {
                isErased |= reader.ValueTextEquals("erasedOn"u8);
                reader.Skip();
            }
        }

        return entry is null && !isErased ? throw Empty(row) : entry;
    }

    private static ResidentEntry Resident(ref Utf8JsonReader reader, EntityRow row)
    {
        var rows = new ResidentRows();
        var facts = default(ResidentEntry);
        DateOnly? recorded = null;
        while (Property(ref reader))
        {
            if (reader.ValueTextEquals("facts"u8))
            {
                reader.Read();
                facts = Facts(ref reader, row);
            }
            else if (reader.ValueTextEquals("ties"u8))
            {
                rows.ReadTies(ref reader);
            }
            else if (reader.ValueTextEquals("memberships"u8))
            {
                rows.ReadMemberships(ref reader);
            }
            else if (reader.ValueTextEquals("matches"u8))
            {
                rows.ReadMatches(ref reader);
            }
            else if (reader.ValueTextEquals("contacts"u8))
            {
                rows.ReadContacts(ref reader);
            }
            else if (reader.ValueTextEquals("attendances"u8))
            {
                rows.ReadAttendances(ref reader);
            }
            else if (reader.ValueTextEquals("declined"u8))
            {
                rows.ReadDeclined(ref reader);
            }
            else if (reader.ValueTextEquals("recordedOn"u8))
            {
                recorded = Day(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return rows.Into(facts ?? throw Empty(row)) with { RecordedOn = recorded };
    }

    private static ResidentEntry Facts(ref Utf8JsonReader reader, EntityRow row)
    {
        string? ward = null;
        DateOnly? registered = null, left = null, asked = null, referred = null, waiting = null, paused = null;
        int? birthYear = null, band = null;
        bool? alone = null;
        GeoPoint? home = null;
        ImmutableArray<OfferKind> seeking = [];
        ImmutableArray<ConsentSpan> introductions = [];
        ImmutableArray<DateOnly> asksToIntroduce = [];
        while (Property(ref reader))
        {
            if (reader.ValueTextEquals("ward"u8)) { ward = Text(ref reader); }
            else if (reader.ValueTextEquals("registeredOn"u8)) { registered = Day(ref reader); }
            else if (reader.ValueTextEquals("leftOn"u8)) { left = Day(ref reader); }
            else if (reader.ValueTextEquals("connectionsAskedOn"u8)) { asked = Day(ref reader); }
            else if (reader.ValueTextEquals("referredOn"u8)) { referred = Day(ref reader); }
            else if (reader.ValueTextEquals("waitingSince"u8)) { waiting = Day(ref reader); }
            else if (reader.ValueTextEquals("pausedUntil"u8)) { paused = Day(ref reader); }
            else if (reader.ValueTextEquals("birthYear"u8)) { birthYear = Number(ref reader); }
            else if (reader.ValueTextEquals("priorityBand"u8)) { band = Number(ref reader); }
            else if (reader.ValueTextEquals("livesAlone"u8)) { reader.Read(); alone = reader.GetBoolean(); }
            else if (reader.ValueTextEquals("home"u8)) { home = Point(ref reader); }
            else if (reader.ValueTextEquals("seeking"u8)) { seeking = Kinds(ref reader); }
            else if (reader.ValueTextEquals("consents"u8)) { introductions = Introductions(ref reader); }
            else if (reader.ValueTextEquals("introductionsAskedOn"u8)) { asksToIntroduce = Days(ref reader); }
            else { reader.Skip(); }
        }

        return new ResidentEntry
        {
            Id = ResidentId.Of(row.Id),
            Version = row.Version,
            Ward = WardCode.Of(ward ?? throw Empty(row)),
            RegisteredOn = registered,
            LeftOn = left,
            ConnectionsAskedOn = asked,
            BirthYear = birthYear,
            LivesAlone = alone,
            Home = home,
            Seeking = seeking,
            WaitingSince = waiting ?? referred,
            PausedUntil = paused,
            PriorityBand = band,
            Introductions = introductions,
            IntroductionsAskedOn = asksToIntroduce,
        };
    }

    // Of all she agrees to, the graph asks only whether she may be a go-between.
    private static ImmutableArray<ConsentSpan> Introductions(ref Utf8JsonReader reader)
    {
        var spans = ImmutableArray<ConsentSpan>.Empty;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            var introduces = false;
            DateOnly? from = null, until = null;
            while (Property(ref reader))
            {
                if (reader.ValueTextEquals("kind"u8)) { introduces = Text(ref reader) == Consent.Introductions; }
                else if (reader.ValueTextEquals("from"u8)) { from = Day(ref reader); }
                else if (reader.ValueTextEquals("until"u8)) { until = Day(ref reader); }
                else { reader.Skip(); }
            }

            spans = introduces ? spans.Add(new ConsentSpan(from, until)) : spans;
        }

        return spans;
    }

    /// <summary>Moves to the next property of the object the reader is in; false at its end.</summary>
    internal static bool Property(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    internal static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString();
    }

    internal static int Number(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetInt32();
    }

    internal static T Word<T>(ref Utf8JsonReader reader)
        where T : struct, Enum
    {
        var word = Text(ref reader);
        return word is not null && Vocabulary<T>.TryParse(word, out var value) ? value
            : throw new JsonException($"'{word}' is no {typeof(T).Name}.");
    }

    internal static DateOnly Day(ref Utf8JsonReader reader)
    {
        reader.Read();
        return DayHere(ref reader);
    }

    private static DateOnly DayHere(ref Utf8JsonReader reader) =>
        reader.ValueSpan is [var y1, var y2, var y3, var y4, (byte)'-', var m1, var m2, (byte)'-', var d1, var d2]
            ? new DateOnly(Digits(y1, y2) * 100 + Digits(y3, y4), Digits(m1, m2), Digits(d1, d2))
            : throw new JsonException("Dates are stored as 2026-03-31.");

    private static ImmutableArray<DateOnly> Days(ref Utf8JsonReader reader)
    {
        var days = ImmutableArray.CreateBuilder<DateOnly>();
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            days.Add(DayHere(ref reader));
        }

        return days.ToImmutable();
    }

    private static int Digits(byte tens, byte ones) => (tens - '0') * 10 + (ones - '0');

    private static GeoPoint Point(ref Utf8JsonReader reader)
    {
        double latitude = 0, longitude = 0;
        reader.Read();
        while (Property(ref reader))
        {
            var isLatitude = reader.ValueTextEquals("latitude"u8);
            reader.Read();
            (latitude, longitude) = isLatitude ? (reader.GetDouble(), longitude) : (latitude, reader.GetDouble());
        }

        return new GeoPoint(latitude, longitude);
    }

    private static ImmutableArray<OfferKind> Kinds(ref Utf8JsonReader reader)
    {
        SortedSet<OfferKind> kinds = [];
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            kinds.Add(Vocabulary<OfferKind>.TryParse(reader.GetString()!, out var kind) ? kind
                : throw new JsonException("Unknown offer kind."));
        }

        return [.. kinds];
    }

    private static TState Deserialize<TState>(EntityRow row) =>
        JsonSerializer.Deserialize<TState>(row.Json.Span, StateJson.Options) ?? throw Empty(row);

    private static JsonException Empty(EntityRow row) => new($"The stored row of {row.Kind} {row.Id} holds no {row.Kind}.");
}

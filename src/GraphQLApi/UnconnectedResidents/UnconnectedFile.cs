using Networks.Domain.Measures;
using Networks.Graph.Residents;
using Networks.GraphQLApi.Residents;
using Networks.GraphQLApi.Stores;
using Networks.Import.Csv;

namespace Networks.GraphQLApi.UnconnectedResidents;

/// <summary>The list for spreadsheets and programs.</summary>
internal static class UnconnectedFile
{
    /// <summary>The columns of <see cref="Cells(UnconnectedPerson, DateOnly)"/>.</summary>
    public static readonly string[] Columns =
    [
        "resident", "ward", "age_band", "lives_alone", "criteria", "what_we_know", "since", "last_contact", "waiting_since", "waiting_days",
        "priority_band", "basis", "asked_on", "residents", "alters", "groups", "befriending", "component_size", "isolation",
            "hops_to_group",
    ];

    public static IEnumerable<string> Csv(UnconnectedList list)
    {
        yield return CsvWriter.Record(Columns);
        foreach (var person in list.Answer.People)
        {
            yield return CsvWriter.Record(Cells(person, list.Answer.AsOf));
        }
    }

    public static IEnumerable<string> Json(UnconnectedList list)
    {
        yield return ListJson.Of(new
        {
            list.Answer.AsOf,
            list.KnownAt,
            list.Answer.Rule,
            Wards = list.Wards.Select(ward => new { Code = ward.Code.Value, ward.Name }),
            list.OnRegister,
            list.Answer.TotalCount,
            list.AskedCount,
            list.PartlyRecordedCount,
            list.Answer.NeverAskedCount,
            list.Answer.HasNextPage,
            People = list.Answer.People.Select(person => new
            {
                Resident = person.Resident.Value,
                Ward = person.Ward.Value,
                AgeBand = list.Age(person),
                person.LivesAlone,
                Criteria = Criteria(person),
                WhatWeKnow = person.Evidence.Sentence,
                person.Evidence.Since,
                person.Evidence.Connections.LastContact,
                person.WaitingSince,
                WaitingDays = list.WaitingDays(person),
                person.PriorityBand,
                Basis = Vocabulary<EvidenceBasis>.Word(person.Evidence.Basis),
                person.Evidence.Connections.AskedOn,
                person.Evidence.Connections.Residents,
                person.Evidence.Connections.Alters,
                person.Evidence.Connections.Groups,
                person.Evidence.Connections.Befriending,
                person.Evidence.Connections.ComponentSize,
                person.Evidence.Isolation,
                person.Evidence.HopsToGroup,
            }),
        });
    }

    /// <summary>One person as a row.</summary>
    public static string?[] Cells(UnconnectedPerson person, DateOnly asOf)
    {
        var known = person.Evidence.Connections;
        return
        [
            person.Resident.Value, person.Ward.Value, PlainWords.Age(person.BirthYear, asOf), CellText.Of(person.LivesAlone),
            CellText.List(Criteria(person)),
            person.Evidence.Sentence, CellText.Of(person.Evidence.Since), CellText.Of(known.LastContact), CellText.Of(person.WaitingSince),
            CellText.Of(UnconnectedList.WaitingDays(person, asOf)), CellText.Of(person.PriorityBand),
            Vocabulary<EvidenceBasis>.Word(person.Evidence.Basis),
            CellText.Of(known.AskedOn), CellText.Of((int?)known.Residents), CellText.Of((int?)known.Alters),
                CellText.Of((int?)known.Groups),
            CellText.Of((int?)known.Befriending), CellText.Of((int?)known.ComponentSize), CellText.Of((int?)person.Evidence.Isolation),
            CellText.Of(person.Evidence.HopsToGroup),
        ];
    }

    private static IEnumerable<string> Criteria(UnconnectedPerson person) =>
        person.Evidence.Criteria.Select(Vocabulary<UnconnectedCriterion>.Word);
}

using System.Text.Json.Nodes;

namespace Networks.GraphQLApi.Tests.Commands;

/// <summary>One way to do a mutation. In its texts <c>{0}</c> is a word of the test's own, with which all references begin.</summary>
/// <param name="Mutation">The mutation.</param>
/// <param name="Input">Its input without the command id.</param>
/// <param name="Other">The same field with another value, by which the input says something else.</param>
/// <param name="Subject">The field that names the record the command is for; null for those that make one.</param>
/// <param name="Shows">What the payload shows.</param>
/// <param name="Wrong">Values that are refused, each with the path of the error.</param>
public sealed record MutationSample(
    string Mutation, string Input, string Other, string? Subject, string Shows, params (string Fields, string Type, string Path)[] Wrong)
{
    private const string Late = "2126-01-01";

    public string InputType => char.ToUpperInvariant(Mutation[0]) + Mutation[1..] + "Input";

    public override string ToString() => Mutation;

    /// <summary>The input with some of its fields said otherwise.</summary>
    public JsonObject With(string word, string fields = "{}")
    {
        var input = (JsonObject)JsonNode.Parse(Input.Replace("{0}", word))!;
        foreach (var (name, value) in (JsonObject)JsonNode.Parse(fields.Replace("{0}", word))!)
        {
            input[name] = value?.DeepClone();
        }

        return input;
    }

    /// <summary>Every mutation on people, groups and what is between them.</summary>
    public static IReadOnlyList<MutationSample> All { get; } =
    [
        .. OfResidents(), .. OfWhatIsToldOfResidents(), .. OfConnections(), .. OfOffers()
    ];

    private static IEnumerable<MutationSample> OfResidents() =>
    [
        new(
            "registerResident", """{"reference":"{0}-new","ward":"E05012993"}""", """{"ward":"E05012994"}""", null,
            "resident { id version }",
            ("""{"reference":"{0}-r"}""", "AlreadyRegistered", """["reference"]"""),
            ("""{"ward":"E05012939"}""", "UnknownWard", """["ward"]"""),
            ("""{"facts":{"ward":"E05012939"}}""", "UnknownWard", """["facts","ward"]"""),
            ("""{"facts":{"homeFactors":["dragon"]}}""", "InvalidValue", """["facts","homeFactors"]"""),
            ("""{"facts":{"contactBy":["pigeon"]}}""", "InvalidValue", """["facts","contactBy","0"]""")),
        new(
            "updateResident", """{"resident":"{0}-r","set":{"livesAlone":true}}""", """{"set":{"livesAlone":false}}""", "resident",
            "resident { livesAlone }",
            ("""{"expectedVersion":99}""", "VersionConflict", """["expectedVersion"]"""),
            ("""{"set":{"ward":"E05012939"}}""", "UnknownWard", """["set","ward"]"""),
            ("""{"set":{"ward":null}}""", "InvalidValue", """["set","ward"]"""),
            ("""{"set":{"priorityBand":9}}""", "InvalidValue", """["set","priorityBand"]"""),
            ("""{"set":{"available":["mon-am","noon"]}}""", "InvalidValue", """["set","available","1"]"""),
            ("""{"set":{"latitude":53.4}}""", "InvalidValue", """["set","longitude"]""")),
        new(
            "leaveRegister", """{"resident":"{0}-r","on":"2026-11-22","reason":"MOVED_AWAY"}""", """{"reason":"DIED"}""", "resident",
            "resident { leftOn leftReason }",
            ("""{"expectedVersion":99}""", "VersionConflict", """["expectedVersion"]"""),
            ($$"""{"on":"{{Late}}"}""", "InvalidValue", """["on"]""")),
        new("eraseResident", """{"resident":"{0}-r"}""", """{"resident":"{0}-r2"}""", "resident", "erased",
            ("""{"expectedVersion":99}""", "VersionConflict", """["expectedVersion"]""")),
        new(
            "setContactCard", """{"resident":"{0}-r","name":"Ann Example"}""", """{"name":"Bea Example"}""", "resident",
            "resident { contactCard { name } }", ("""{"email":"nowhere"}""", "InvalidValue", """["email"]""")),
        new(
            "askAboutConnections", """{"resident":"{0}-r","on":"2026-11-20"}""", """{"on":"2026-11-19"}""", "resident",
            "resident { connections { askedOn basis } }", ($$"""{"on":"{{Late}}"}""", "InvalidValue", """["on"]""")),
        new(
            "pauseReferral", """{"resident":"{0}-r","until":"2026-12-24"}""", """{"until":"2026-12-25"}""", "resident",
            "resident { pausedUntil }", ($$"""{"until":"{{Late}}"}""", "InvalidValue", """["until"]""")),
        new("resumeReferral", """{"resident":"{0}-r"}""", """{"resident":"{0}-r2"}""", "resident", "resident { pausedUntil }")
    ];

    private static IEnumerable<MutationSample> OfWhatIsToldOfResidents() =>
    [
        new(
            "recordAssessment", """{"resident":"{0}-r","instrument":"ucla-3","on":"2026-11-20","answers":["2",null,"3"]}""",
            """{"answers":["2","2","3"]}""", "resident", "assessment { instrument on missing version }",
            ("""{"instrument":"ucla-4"}""", "InvalidValue", """["instrument"]"""),
            ("""{"answers":["2","3"]}""", "InvalidValue", """["answers"]"""),
            ("""{"answers":["2","3","4"]}""", "InvalidValue", """["answers"]"""),
            ("""{"askedBy":"letter"}""", "InvalidValue", """["askedBy"]"""),
            ($$"""{"on":"{{Late}}"}""", "InvalidValue", """["on"]""")),
        new(
            "recordLifeEvent", """{"resident":"{0}-r","kind":"bereaved","on":"2026-09-09"}""", """{"on":"2026-09-10"}""", "resident",
            "resident { lifeEvents { kind on } }", ($$"""{"on":"{{Late}}"}""", "InvalidValue", """["on"]"""),
            ("""{"kind":""}""", "InvalidValue", """["kind"]""")),
        new(
            "recordIntroduction", """{"resident":"{0}-r","on":"2026-11-20"}""", """{"on":"2026-11-19"}""", "resident",
            "resident { introductionsAskedOn }", ($$"""{"on":"{{Late}}"}""", "InvalidValue", """["on"]"""),
            ("""{"resident":"{0}-r2"}""", "WrongState", "null")),
        new(
            "recordAttendance", """{"resident":"{0}-r","group":"{0}-g","on":"2026-11-17","accompaniedBy":"volunteer:{0}-v"}""",
            """{"on":"2026-11-10"}""", "resident", "resident { reference }",
            ("""{"group":""}""", "InvalidValue", """["group"]"""),
            ("""{"group":"nobody"}""", "InvalidValue", """["group"]"""),
            ("""{"accompaniedBy":"volunteer:nobody"}""", "InvalidValue", """["accompaniedBy"]"""),
            ($$"""{"on":"{{Late}}"}""", "InvalidValue", """["on"]""")),
        new(
            "setConsent", """{"resident":"{0}-r","purpose":"data-sharing","givenOn":"2026-11-01"}""", """{"givenOn":"2026-11-02"}""",
            "resident", "resident { consents { purpose givenOn dated withdrawnOn } }",
            ($$"""{"givenOn":"{{Late}}"}""", "InvalidValue", """["givenOn"]"""), ("""{"purpose":""}""", "InvalidValue", """["purpose"]""")),
        new(
            "withdrawConsent", """{"resident":"{0}-r","purpose":"matching","on":"2026-11-20"}""", """{"on":"2026-11-21"}""", "resident",
            "resident { consents { purpose withdrawnOn } }", ($$"""{"on":"{{Late}}"}""", "InvalidValue", """["on"]"""))
    ];

    private static IEnumerable<MutationSample> OfConnections() =>
    [
        new(
            "recordTie", """{"from":"{0}-r","toResident":"{0}-r2","kind":"NEIGHBOUR","support":["EVERYDAY"]}""", """{"kind":"FRIEND"}""",
            "from", "tie { kind support recordedOn other { reference } }", ("""{"circle":4}""", "InvalidValue", """["circle"]"""),
            ("""{"toResident":"nobody"}""", "InvalidValue", """["toResident"]""")),
        new(
            "endTie", """{"tie":"{0}-r#1","on":"2026-11-20"}""", """{"on":"2026-11-19"}""", "tie", "tie { endedOn }",
            ("""{"tie":"{0}-r#99"}""", "InvalidValue", """["tie"]"""), ($$"""{"on":"{{Late}}"}""", "InvalidValue", """["on"]""")),
        new(
            "recordContact", """{"resident":"{0}-r","tie":"{0}-r#1","on":"2026-11-20"}""", """{"on":"2026-11-19"}""", "resident",
            "resident { reference }", ("""{"tie":"{0}-r2#1"}""", "InvalidValue", """["tie"]"""),
            ("""{"minutes":-1}""", "InvalidValue", """["minutes"]"""), ($$"""{"on":"{{Late}}"}""", "InvalidValue", """["on"]""")),
        new(
            "joinGroup", """{"resident":"{0}-r2","group":"{0}-g"}""", """{"since":"2026-11-20"}""", "resident",
            "membership { role group { reference } }", ("""{"group":"nobody"}""", "InvalidValue", """["group"]"""),
            ("""{"group":"{0}-full"}""", "NoFreePlace", "null"), ($$"""{"since":"{{Late}}"}""", "InvalidValue", """["since"]""")),
        new(
            "leaveGroup", """{"resident":"{0}-r","group":"{0}-g","on":"2026-11-22"}""", """{"on":"2026-11-23"}""", "resident",
            "membership { endedOn }", ("""{"group":"nobody"}""", "WrongState", "null")),
        new(
            "endMatch", """{"match":"{0}-r#1","on":"2026-11-20","ending":"PLANNED"}""", """{"ending":"OTHER"}""", "match",
            "match { endedOn ending stage }", ("""{"match":"{0}-r#99"}""", "InvalidValue", """["match"]"""),
            ($$"""{"on":"{{Late}}"}""", "InvalidValue", """["on"]""")),
        new(
            "recordMilestone", """{"match":"{0}-r#1","kind":"FIRST_VISIT","on":"2026-11-20","reviewDue":"2027-01-04"}""",
            """{"on":"2026-11-19"}""", "match", "match { reviewDue milestones { kind on } }",
            ("""{"match":"{0}-r#99"}""", "InvalidValue", """["match"]"""), ($$"""{"on":"{{Late}}"}""", "InvalidValue", """["on"]"""))
    ];

    private static IEnumerable<MutationSample> OfOffers() =>
    [
        new(
            "registerVolunteer", """{"reference":"{0}-new","ward":"E05012993","capacity":1}""", """{"capacity":2}""", null,
            "volunteer { id capacity }", ("""{"reference":"{0}-v"}""", "VolunteerAlreadyRegistered", """["reference"]"""),
            ("""{"ward":"E05012939"}""", "UnknownWard", """["ward"]"""), ("""{"capacity":-1}""", "InvalidValue", """["capacity"]"""),
            ("""{"facts":{"prefersGender":["x"]}}""", "InvalidValue", """["facts","prefersGender","0"]"""),
            ("""{"facts":{"othersSupported":-1}}""", "InvalidValue", """["facts","othersSupported"]""")),
        new(
            "updateVolunteer", """{"volunteer":"{0}-v","set":{"fundedBy":"lottery"}}""", """{"set":{"fundedBy":null}}""", "volunteer",
            "volunteer { fundedBy }", ("""{"expectedVersion":99}""", "VersionConflict", """["expectedVersion"]"""),
            ("""{"set":{"ward":"E05012939"}}""", "UnknownWard", """["set","ward"]"""),
            ("""{"set":{"birthYear":1492}}""", "InvalidValue", """["set","birthYear"]"""),
            ("""{"set":{"othersSupported":-1}}""", "InvalidValue", """["set","othersSupported"]""")),
        new(
            "registerGroup", """{"reference":"{0}-new","name":"Lunch","ward":"E05012993"}""", """{"name":"Tea"}""", null,
            "group { id name }",
            ("""{"reference":"{0}-g"}""", "GroupAlreadyRegistered", """["reference"]"""),
            ("""{"ward":"E05012939"}""", "UnknownWard", """["ward"]"""), ("""{"name":""}""", "InvalidValue", """["name"]"""),
            ("""{"places":-1}""", "InvalidValue", """["places"]"""),
            ("""{"othersAttending":-1}""", "InvalidValue", """["othersAttending"]"""),
            ("""{"facts":{"costPounds":-2}}""", "InvalidValue", """["facts","costPounds"]""")),
        new(
            "updateGroup", """{"group":"{0}-g","set":{"venue":"Library"}}""", """{"set":{"venue":null}}""", "group", "group { venue }",
            ("""{"expectedVersion":99}""", "VersionConflict", """["expectedVersion"]"""),
            ("""{"set":{"ward":"E05012939"}}""", "UnknownWard", """["set","ward"]"""),
            ("""{"set":{"name":null}}""", "InvalidValue", """["set","name"]"""),
            ("""{"set":{"closedOn":"2026-12-01"}}""", "InvalidValue", """["set","closedOn"]"""),
            ("""{"set":{"othersAttending":-1}}""", "InvalidValue", """["set","othersAttending"]""")),
        new(
            "closeGroup", """{"group":"{0}-g","on":"2026-12-24"}""", """{"on":"2026-12-25"}""", "group", "group { closedOn }",
            ("""{"expectedVersion":99}""", "VersionConflict", """["expectedVersion"]"""),
            ($$"""{"on":"{{Late}}"}""", "InvalidValue", """["on"]""")),
        new(
            "setCapacity", """{"holder":"{0}-v","capacity":4}""", """{"capacity":5}""", "holder",
            "offer { ... on Volunteer { capacity } ... on Group { places } }",
            ("""{"expectedVersion":99}""", "VersionConflict", """["expectedVersion"]"""),
            ("""{"holder":"{0}-full","capacity":0}""", "NoFreePlace", "null"))
    ];
}

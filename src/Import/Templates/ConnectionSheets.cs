using Networks.Domain.Assessments;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Ties;
using Networks.Import.Deliveries;
using static Networks.Import.Templates.ColumnValues;

namespace Networks.Import.Templates;

/// <summary>The files about what connects people, and what was asked and happened.</summary>
internal static class ConnectionSheets
{
    public static IReadOnlyDictionary<string, TemplateColumn[]> Columns { get; } = new Dictionary<string, TemplateColumn[]>
    {
        ["ties.csv"] =
        [
            new("from", Id, "EXAMPLE-R1", "The resident who names the person."),
            new("to", Id, "alter:1", "A resident's id, or alter: and a number for somebody outside the register."),
            new("kind", OneOf<TieKind>(), "child", "What that person is to the resident."),
            new("circle", Whole(1, 3), "1", "1 = closest."),
            new("contact_frequency", OneOf<ContactFrequency>(), "weekly", "How often they are usually in contact."),
            new("last_contact", Day, "2024-07-02", "The last dated contact."),
            new("since", Day, "", "Since when."),
            new("ended_on", Day, "", "First day it no longer holds."),
            new("support", SomeOf<SupportKind>(), "illness;emotional", "What the resident could turn to this person for."),
            new("recorded_on", Day, "2024-05-14", "When it was written down."),
        ],
        ["memberships.csv"] =
        [
            new("group", Id, "EXAMPLE-G1", "Id of groups.csv."),
            new("resident", Id, "EXAMPLE-R1", "Id of residents.csv, or volunteer: and an id of volunteers.csv."),
            new("since", Day, "2024-06-04", "Since when."),
            new("ended_on", Day, "", "First day it no longer holds."),
            new("role", OneOf<MembershipRole>(), "member", "What the person does in the group."),
        ],
        ["befriending.csv"] =
        [
            new("volunteer", Id, "EXAMPLE-V1", "Id of volunteers.csv."),
            new("resident", Id, "EXAMPLE-R1", "Id of residents.csv."),
            new("since", Day, "2024-10-06", "First day."),
            new("ended_on", Day, "", "First day it no longer holds."),
            new("mode", OneOf<ContactMode>(), "visit", "How they meet."),
            new("last_contact", Day, "2024-11-10", "The last visit or call."),
            new("review_due", Day, "2024-11-24", "When the two are to be asked how it goes."),
            new("weeks_planned", Whole(1, 520), "26", "How long it is meant to last; empty = open-ended."),
            new("ending", OneOf<MatchEnding>(), "", "Why it ended."),
            new("household", Text, "", "Of people visited together: they take one place; empty = a place of one's own."),
        ],
        ["assessments.csv"] =
        [
            new("resident", Id, "EXAMPLE-R1", "Id of residents.csv."),
            new("instrument", OneOf<Instrument>(), "ucla-3", "The set of questions asked."),
            new("on", Day, "2024-09-22", "The day it was asked."),
            new("answers", Text, "2;3;2",
                "Codes in the order of the questions; an unanswered one is an empty place (2;;3). ucla-3: 1-3; direct: "
                + "1-5; djg-6: yes, more-or-less, no; lsns-6: 0-5; social-contact: 1-4."),
            new("asked_by", OneOf<AskedBy>(), "interview", "How it was asked."),
            new("version", Text, "ONS 2018", "Which wording."),
        ],
        ["life-events.csv"] =
        [
            new("resident", Id, "EXAMPLE-R1", "Id of residents.csv."),
            new("kind", UsuallyOneOf(UsualWords.LifeEvents), "bereaved", "What happened."),
            new("on", Day, "2024-04-18", "The day."),
            new("source", Text, "gp", "Who told of it."),
        ],
        ["contacts.csv"] =
        [
            new("resident", Id, "EXAMPLE-R1", "Id of residents.csv."),
            new("with", Id, "alter:1", "A resident's id, alter: and the label of ties.csv, or volunteer: and an id."),
            new("on", Day, "2024-08-14", "The day."),
            new("mode", OneOf<ContactMode>(), "phone", "How they met."),
            new("minutes", Whole(0, ContactRules.MinutesMax), "20", "How long."),
        ],
        ["attendance.csv"] =
        [
            new("group", Id, "EXAMPLE-G1", "Id of groups.csv."),
            new("resident", Id, "EXAMPLE-R1", "Id of residents.csv."),
            new("on", Day, "2024-11-12", "The day."),
            new("accompanied_by", Id, "volunteer:EXAMPLE-V1", "Who came along: volunteer: and an id, or a resident's id."),
        ],
    };
}

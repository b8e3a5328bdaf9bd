using Networks.Domain.Organisations;
using Networks.Import.Csv;

namespace Networks.Import.Organisations;

/// <summary>organisations.csv: who keeps records here or refers people. Key: id.</summary>
public static class OrganisationFile
{
    /// <summary>Its columns.</summary>
    public static CsvLayout Layout { get; } = new("organisations.csv", ["id", "name"], ["kind"]);

    internal static Organisation? Read(CsvRow row)
    {
        var organisation = new Organisation
        {
            Id = row.Reference<OrganisationId>("id") ?? default,
            Name = row.Required("name"),
            Kind = row.Word<OrganisationKind>("kind"),
        };
        return row.IsRefused ? null : organisation;
    }

    /// <summary>The stored organisation with what the file says put over it.</summary>
    public static Organisation Merge(Organisation? stored, Organisation read, IReadOnlySet<string> columns) =>
        stored is null || columns.Contains("kind") ? read : read with { Kind = stored.Kind };

    /// <summary>The row that <see cref="Layout"/> reads back.</summary>
    public static IEnumerable<string?> Write(Organisation organisation) =>
        [organisation.Id.Value, organisation.Name, CellText.Word(organisation.Kind)];
}

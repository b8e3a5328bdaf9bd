using System.Globalization;
using System.Text.Json;
using Networks.Domain.Groups;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Grains;
using Networks.Grains.Groups;
using Networks.Grains.Residents;
using Networks.Grains.Volunteers;
using Networks.Grains.Wards;
using Networks.GraphQLApi.Stores;
using Networks.Import.Deliveries;

namespace Networks.GraphQLApi.Exports;

/// <summary>Writes every record as CSV files that import reads back, ward by ward, people in the order of their references.</summary>
/// <param name="Directory">Full path of the folder; made if absent, files in it of these names are replaced.</param>
internal sealed record ExportWork(string Directory) : StoreWork
{
    public override async Task<int> Run(StoreContext store, IWorkOutput output, CancellationToken cancellationToken)
    {
        MakeFolder();
        var register = await store.Grains.WardRegister().Read();
        using (var writer = new DeliveryWriter(name => File.Create(Path.Combine(Directory, name))))
        {
            var done = 0;
            foreach (var ward in register.Wards.OrderBy(ward => ward.Code))
            {
                writer.Write(ward);
                await WriteWard(store, ward.Code, writer, cancellationToken);
                output.Progress("Writing", ++done, register.Wards.Length);
            }

            Tell(writer, output);
        }

        return ExitCode.Done;
    }

    private static async Task WriteWard(StoreContext store, WardCode ward, DeliveryWriter writer, CancellationToken cancellationToken)
    {
        List<Resident> residents = [];
        List<Volunteer> volunteers = [];
        List<Group> groups = [];
        await foreach (var row in store.Rows.ReadWard(ward, cancellationToken))
        {
            switch (row.Kind)
            {
                case EntityKind.Resident when Read<ResidentState>(row).Resident is { } resident: residents.Add(resident); break;
                case EntityKind.Resident: break; // erased
                case EntityKind.Volunteer: volunteers.Add(Read<VolunteerState>(row).Volunteer!); break;
                case EntityKind.Group: groups.Add(Read<GroupState>(row).Group!); break;
            }
        }

        volunteers.OrderBy(volunteer => volunteer.Id).ToList().ForEach(writer.Write);
        groups.OrderBy(group => group.Id).ToList().ForEach(writer.Write);
        residents.OrderBy(resident => resident.Id).ToList().ForEach(writer.Write);
    }

    private static T Read<T>(EntityRow row) => JsonSerializer.Deserialize<T>(row.Json.Span, StateJson.Options)!;

    private void MakeFolder()
    {
        try
        {
            System.IO.Directory.CreateDirectory(Directory);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{Directory} cannot be written: {fault.Message}");
        }
    }

    private void Tell(DeliveryWriter writer, IWorkOutput output)
    {
        foreach (var (file, rows) in writer.Rows)
        {
            output.Line(string.Create(CultureInfo.InvariantCulture, $"{file,-18} {rows,9:N0} rows"));
        }

        output.Line($"Written to {Directory}. Contact cards are never exported.");
        if (writer.FormulaCells > 0)
        {
            output.Error(string.Create(CultureInfo.InvariantCulture,
                $"Note: {writer.FormulaCells:N0} cells begin with = + - or @ and are written as they are; open the files as text "
                + $"columns in a spreadsheet, or it will run them as formulas."));
        }
    }
}

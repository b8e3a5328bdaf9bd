using System.Globalization;
using System.Text.Json;
using Networks.Grains;
using Networks.Grains.AreaRegisters;
using Networks.Grains.Groups;
using Networks.Grains.Indicators;
using Networks.Grains.InterestRegisters;
using Networks.Grains.OrganisationRegisters;
using Networks.Grains.Residents;
using Networks.Grains.Volunteers;
using Networks.Grains.WardRegisters;
using Networks.Grains.Wards;
using Networks.GraphQLApi.Stores;
using Networks.Import.Deliveries;
using Networks.Silo.Storage;

namespace Networks.GraphQLApi.Exports;

/// <summary>
/// Writes every record as CSV files that import reads back, all as of one instant and in the order of their references. Contact cards are
/// not among them, and neither is whoever was erased.
/// </summary>
/// <param name="Directory">Full path of the folder; made if absent, files in it of these names are replaced.</param>
internal sealed record ExportWork(string Directory) : StoreWork
{
    private const int ProgressEvery = 1_000;

    private static readonly string[] Names =
    [
        StateNames.Area, StateNames.AreaRegister, StateNames.Group, StateNames.Indicators, StateNames.InterestRegister,
        StateNames.OrganisationRegister, StateNames.Resident, StateNames.Volunteer,
    ];

    public override async Task<int> Run(StoreContext store, IWorkOutput output, CancellationToken cancellationToken)
    {
        MakeFolder();
        using (var writer = new DeliveryWriter(name => File.Create(Path.Combine(Directory, name))))
        {
            var total = await store.Contents.CountStates(cancellationToken);
            var done = 0L;
            await foreach (var item in store.Contents.Read(Names, cancellationToken))
            {
                if (item is StoredState { Json: { } json } state)
                {
                    Write(writer, state.Name, json);
                }

                if (++done % ProgressEvery == 0)
                {
                    output.Progress("Writing", done, total);
                }
            }

            Tell(writer, output);
        }

        return ExitCode.Done;
    }

    private static void Write(DeliveryWriter writer, string name, byte[] json)
    {
        switch (name)
        {
            case StateNames.Area: Each(Read<WardRegisterState>(json).Wards, writer.Write); break;
            case StateNames.AreaRegister: Each(Read<AreaRegisterState>(json).Areas, writer.Write); break;
            case StateNames.Indicators: Each(Read<IndicatorsState>(json).Indicators, writer.Write); break;
            case StateNames.InterestRegister: Each(Read<InterestRegisterState>(json).Interests, writer.Write); break;
            case StateNames.OrganisationRegister: Each(Read<OrganisationRegisterState>(json).Organisations, writer.Write); break;
            case StateNames.Group when Read<GroupState>(json).Group is { } group: writer.Write(group); break;
            case StateNames.Volunteer when Read<VolunteerState>(json).Volunteer is { } volunteer: writer.Write(volunteer); break;
            case StateNames.Resident when Read<ResidentState>(json).Resident is { } resident: writer.Write(resident); break;
        }
    }

    private static void Each<T>(IEnumerable<T> rows, Action<T> write)
    {
        foreach (var row in rows)
        {
            write(row);
        }
    }

    private static T Read<T>(byte[] json) => JsonSerializer.Deserialize<T>(json, StateJson.Options)!;

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

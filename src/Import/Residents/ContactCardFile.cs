using Networks.Domain.Residents;
using Networks.Import.Csv;
using Networks.Import.Deliveries;
using Networks.Import.Refusals;

namespace Networks.Import.Residents;

/// <summary>contact-cards.csv: how to reach a resident. Key: resident. No value of it is ever repeated, and none is ever
/// exported.</summary>
public static class ContactCardFile
{
    /// <summary>Its columns.</summary>
    public static CsvLayout Layout { get; } = new("contact-cards.csv", ["resident"],
        ["name", "phone", "email", "address", "interpreter", "large_print", "best_time"]) { IsSecret = true };

    internal static (ResidentId Resident, ContactCard Card)? Read(CsvRow row, Register register)
    {
        var resident = register.Resident(row, "resident");
        var email = row.Text("email");
        if (email is not null && !IsEmail(email))
        {
            row.Refuse("email", RefusalCode.NotAnEmail, "Not an e-mail address.", "");
        }

        var card = new ContactCard
        {
            Name = row.Text("name"),
            Phone = row.Text("phone"),
            Email = email,
            Address = row.Text("address"),
            Interpreter = row.Text("interpreter"),
            LargePrint = row.YesNo("large_print"),
            BestTime = row.Text("best_time"),
        };
        return row.IsRefused ? null : (resident, card);
    }

    /// <summary>The stored card with what the file says put over it; columns the file lacks say nothing.</summary>
    public static ContactCard Merge(ContactCard? stored, ContactCard read, IReadOnlySet<string> columns) =>
        stored is null ? read : stored with
    {
        Name = columns.Contains("name") ? read.Name : stored.Name,
        Phone = columns.Contains("phone") ? read.Phone : stored.Phone,
        Email = columns.Contains("email") ? read.Email : stored.Email,
        Address = columns.Contains("address") ? read.Address : stored.Address,
        Interpreter = columns.Contains("interpreter") ? read.Interpreter : stored.Interpreter,
        LargePrint = columns.Contains("large_print") ? read.LargePrint : stored.LargePrint,
        BestTime = columns.Contains("best_time") ? read.BestTime : stored.BestTime,
    };

    /// <summary>The row that <see cref="Layout"/> reads back; for invented people only, as cards are never exported.</summary>
    internal static IEnumerable<string?> Write(ResidentId resident, ContactCard card) =>
    [
        resident.Value, card.Name, card.Phone, card.Email, card.Address, card.Interpreter, CellText.Of(card.LargePrint), card.BestTime,
    ];

    // Enough to catch a telephone number in the wrong column; whether mail arrives only sending can tell.
    private static bool IsEmail(string text)
    {
        var at = text.IndexOf('@');
        return at > 0 && at == text.LastIndexOf('@') && text.IndexOf('.', at) > at + 1 && !text.EndsWith('.')
            && !text.Any(char.IsWhiteSpace);
    }
}

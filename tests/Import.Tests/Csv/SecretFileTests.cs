using Networks.Import.Residents;
using Networks.Import.Tests.Deliveries;

namespace Networks.Import.Tests.Csv;

/// <summary>No value of contact-cards.csv is repeated anywhere, whatever is wrong with the file.</summary>
public sealed class SecretFileTests
{
    private static readonly string[] Columns = [.. ContactCardFile.Layout.Read];

    public static TheoryData<string> Faults() =>
    [
        // Each canary begins with CANARY; {c} is the header, {r} a whole row of canaries.
        "{c}\n{r}\n",
        "{c}\n{r},CANARY-more\n",
        "{c}\nCANARY-short\n",
        "{c}\nR1,\"CANARY-open\nR2,CANARY-next\n",
        "{c}\n{r}\n{r}\n",
        "{c}\nR1{e}\nR1{e}\n",
        "{r}\n{r}\n",
        "resident,CANARY-first,CANARY-second\nR1,CANARY-a,CANARY-b\n",
        "resident,CANARY-twice,CANARY-twice\nR1,CANARY-a,CANARY-b\n",
        "residents,name\nR1,CANARY-a\n",
        "{c}\nR1,CANARY-\u0001,\uFFFD CANARY-b{e2}\n",
        "resident;name;phone\nCANARY-x;CANARY-y;CANARY-z\n",
        "sep=;\nresident;name\nCANARY-x;CANARY;y\n",
        "{c}\n{CANARY-braces}{e}\n",
        "{c}\n1.5E+10{e}\n",
        "{\"name\": \"CANARY\"}",
    ];

    [Theory, MemberData(nameof(Faults))]
    public void Nothing_of_a_contact_card_is_repeated_whatever_is_wrong(string fault)
    {
        var row = string.Join(',', Columns.Select(column => $"CANARY-{column}"));
        var text = fault.Replace("{c}", string.Join(',', Columns)).Replace("{r}", row)
            .Replace("{e2}", new string(',', Columns.Length - 3)).Replace("{e}", new string(',', Columns.Length - 1));
        var delivery = TestDelivery.Small().With("contact-cards.csv", text);
        delivery.Read();
        Assert.NotEmpty(delivery.Refusals.Select(refusal => refusal.Code).Concat(delivery.Findings.Notes.Select(note => note.Text)));
        var told = string.Join('\n', delivery.Refusals.Select(refusal => refusal.ToString())
            .Concat(delivery.Findings.Notes.Select(note => note.ToString())));
        Assert.DoesNotContain("CANARY", told, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("1.5E+10", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_in_any_single_cell_is_told_without_the_cell()
    {
        string[] wrong = ["CANARY", new string('C', 2_500) + "ANARY", "CANARY;CANARY;CANARY", "#N/A", "CAN@ARY@", "31/03/2026", "1,234"];
        foreach (var column in Columns)
        {
            foreach (var cell in wrong)
            {
                var delivery = TestDelivery.Small().With("contact-cards.csv",
                    $"resident,{(column == "resident" ? "name" : column)}\n{(column == "resident" ? cell + ",x" : $"R1,\"{cell}\"")}\n");
                delivery.Read();
                var told = string.Join('\n', delivery.Refusals.Select(refusal => refusal.Reason + refusal.Hint)
                    .Concat(delivery.Findings.Notes.Select(note => note.Text)));
                foreach (var part in ((string[])["CANARY", "CCCC", "CAN@", "31/03", "1,234", "1234", "#N/A"]))
                {
                    Assert.False(told.Contains(part, StringComparison.OrdinalIgnoreCase), $"{column}: {told}");
                }
            }
        }
    }
}

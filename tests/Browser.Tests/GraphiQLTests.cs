using Microsoft.Playwright;

namespace Networks.Browser.Tests;

public sealed class GraphiQLTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    [ChromiumFact]
    public async Task A_question_typed_into_GraphiQL_is_answered_without_a_single_foreign_request()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = ChromiumFactAttribute.Find(), Args = Flags });
        var page = await browser.NewPageAsync();
        List<string> foreign = [], errors = [];
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(server.Address, StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                foreign.Add(request.Url);
            }
        };
        page.PageError += (_, error) => errors.Add(error);

        await page.GotoAsync($"{server.Address}/graphiql");
        var editor = page.Locator(".graphiql-query-editor .CodeMirror");
        await editor.ClickAsync();
        await page.Keyboard.PressAsync("ControlOrMeta+A");
        await page.Keyboard.InsertTextAsync("query FirstLook { matchingRounds { totalCount } answeredBy: __typename }");
        await page.Locator(".graphiql-execute-button").ClickAsync();
        var result = page.Locator(".result-window");
        await Assertions.Expect(result).ToContainTextAsync("\"answeredBy\": \"Query\"");

        Assert.Empty(foreign);
        Assert.Empty(errors);
    }

    [ChromiumFact]
    public async Task The_documentation_of_the_schema_opens_beside_the_question()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = ChromiumFactAttribute.Find(), Args = Flags });
        var page = await browser.NewPageAsync();
        await page.GotoAsync($"{server.Address}/graphiql");
        await page.GetByLabel("Show Documentation Explorer").ClickAsync();
        await Assertions.Expect(page.Locator(".graphiql-plugin")).ToContainTextAsync("query");
        await Assertions.Expect(page.Locator(".graphiql-plugin")).ToContainTextAsync("Query");
    }
}

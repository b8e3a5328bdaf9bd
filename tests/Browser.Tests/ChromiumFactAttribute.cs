namespace Networks.Browser.Tests;

/// <summary>A fact that needs Chromium; where there is none, the skip says how to bring it.</summary>
public sealed class ChromiumFactAttribute : FactAttribute
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome.exe"];

    public ChromiumFactAttribute()
    {
        if (Find() is null)
        {
            Skip = "Chromium is not on the PATH; install the package 'chromium' to run this test.";
        }
    }

    public static string? Find() =>
        (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
         from name in Names
         let file = Path.Combine(folder, name)
         where File.Exists(file)
         select file).FirstOrDefault();
}

using System.Text.Json;
using Networks.Matching.Plans;

namespace Networks.Matching.Files;

/// <summary>certificate.json: the plan exactly as solved and its proof, everything a checker needs besides problem.json.</summary>
public static class CertificateFile
{
    /// <summary>Both as JSON text.</summary>
    public static string Write(MatchingPlan plan, PlanCertificate certificate) =>
        JsonSerializer.Serialize(new Content { Plan = plan, Certificate = certificate }, ProblemFile.Options) + "\n";

    /// <summary>Reads certificate.json; throws <see cref="MatchingFileException"/> with the place of the fault.</summary>
    public static (MatchingPlan Plan, PlanCertificate Certificate) Read(string json)
    {
        var content = Json.Read<Content>(json, "certificate.json");
        return (content.Plan, content.Certificate);
    }

    private sealed record Content
    {
        public required MatchingPlan Plan { get; init; }

        public required PlanCertificate Certificate { get; init; }
    }
}

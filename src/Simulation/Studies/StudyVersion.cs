using System.Reflection;

namespace Networks.Simulation.Studies;

/// <summary>The version of the program as a report names it.</summary>
public static class StudyVersion
{
    /// <summary>This build's.</summary>
    public static string Now { get; } =
        typeof(StudyVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion.Split('+')[0] ?? "0";
}

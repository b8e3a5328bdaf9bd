namespace HotChocolate.CostAnalysis;

/// <summary>Settings of cost analysis. This engine computes no cost; it keeps the settings so that programs read the same.</summary>
public sealed class CostOptions
{
    public double MaxFieldCost { get; set; } = 1_000;

    public double MaxTypeCost { get; set; } = 1_000;

    public bool EnforceCostLimits { get; set; } = true;

    public bool ApplyCostDefaults { get; set; } = true;
}

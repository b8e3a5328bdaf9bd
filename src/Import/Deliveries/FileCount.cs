namespace Networks.Import.Deliveries;

/// <summary>How many rows of a file were accepted and how many refused.</summary>
public sealed record FileCount(string File, int Accepted, int Refused);

namespace Networks.Import.Templates;

/// <summary>A column as whoever fills the file needs it explained.</summary>
/// <param name="Name">As in the header.</param>
/// <param name="Values">What may stand in it.</param>
/// <param name="Example">Its cell in the example row; empty where nothing is to be said of this example.</param>
/// <param name="Meaning">One sentence.</param>
internal sealed record TemplateColumn(string Name, ColumnValues Values, string Example, string Meaning);

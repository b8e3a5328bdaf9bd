using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Networks.Architecture.Tests;

/// <summary>Limits that only ever tighten: a method fits on a screen, a file in a head, a line in a window.</summary>
public sealed class LengthTests
{
    private const int MethodLinesMax = 70;
    private const int FileLinesMax = 400;
    private const int LineCharactersMax = 140;

    private static readonly string[] Everything = ["src", "standins", "tests", "benchmarks"];

    [Fact]
    public void No_file_is_longer_than_four_hundred_lines()
    {
        var wrong = from file in House.SourceFiles("src", "tests", "benchmarks")
                    let lines = File.ReadLines(file).Count()
                    where lines > FileLinesMax
                    select $"{House.Relative(file)}: {lines} lines";
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_line_is_longer_than_a_hundred_and_forty_characters()
    {
        var wrong = from file in House.SourceFiles(Everything)
                    from line in File.ReadLines(file).Select((text, at) => (text, at))
                    where line.text.Length > LineCharactersMax
                    select $"{House.Relative(file)}:{line.at + 1}: {line.text.Length} characters";
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_method_is_longer_than_seventy_lines()
    {
        var wrong = from file in House.SourceFiles(Everything)
                    let root = CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot()
                    from method in root.DescendantNodes().Where(node => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax)
                    let span = method.SyntaxTree.GetLineSpan(method.Span)
                    let lines = span.EndLinePosition.Line - span.StartLinePosition.Line + 1
                    where lines > MethodLinesMax
                    select $"{House.Relative(file)}:{span.StartLinePosition.Line + 1}: {lines} lines";
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_program_is_a_table_of_contents() =>
        Assert.InRange(File.ReadLines(Path.Combine(House.Root, "src", "GraphQLApi", "Program.cs")).Count(), 1, 40);
}

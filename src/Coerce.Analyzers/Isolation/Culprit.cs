using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Isolation;

/// <summary>What keeps a type from being sent, and how one comes to it.</summary>
/// <param name="path">From the type: <c>.Lines[].Tags</c>; empty for the type itself.</param>
/// <param name="type">The type at the end of the path.</param>
/// <param name="flaw">What is wrong with it.</param>
/// <param name="member">The last member of the path, or the one by which the type can be changed; null for the type itself.</param>
internal sealed class Culprit(string path, ITypeSymbol type, Flaw flaw, ISymbol? member)
{
    public string Path { get; } = path;

    public ITypeSymbol Type { get; } = type;

    public Flaw Flaw { get; } = flaw;

    public ISymbol? Member { get; } = member;

    public Culprit Under(string step, ISymbol? via) => new(step + Path, Type, Flaw, Member ?? via);

    /// <summary><c>Order.Lines[].Tags : List&lt;string&gt;</c></summary>
    public string Describe(ITypeSymbol start)
        => Path.Length == 0 ? Show(Type) : $"{Show(start)}{Path} : {Show(Type)}";

    private static string Show(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}

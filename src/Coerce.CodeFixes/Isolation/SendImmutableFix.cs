using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.CodeFixes;

/// <summary>COERCE0201: takes an <c>ImmutableArray&lt;T&gt;</c> for a <c>List&lt;T&gt;</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SendImmutableFix)), Shared]
internal sealed class SendImmutableFix : SendableTypeFix
{
    private protected override string Namespace => SendableTypes.Immutable;

    private protected override bool IsStricter => true;

    private protected override string? Replace(TypeSyntax syntax, ITypeSymbol type) => SendableTypes.ImmutableOf(syntax, type);
}

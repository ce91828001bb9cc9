using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.CodeFixes;

/// <summary>COERCE0201: takes an <c>IReadOnlyList&lt;T&gt;</c> for a <c>List&lt;T&gt;</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SendReadOnlyFix)), Shared]
internal sealed class SendReadOnlyFix : SendableTypeFix
{
    private protected override string Namespace => SendableTypes.Generic;

    private protected override bool IsStricter => false;

    private protected override string? Replace(TypeSyntax syntax, ITypeSymbol type) => SendableTypes.ReadOnlyOf(syntax, type);
}

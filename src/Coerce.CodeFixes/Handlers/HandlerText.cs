using System.Linq;
using System.Text;
using Coerce.CodeAnalysis;
using Coerce.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Coerce.CodeFixes.Handlers;

/// <summary>Writes a handler in the style of the one that it is put after.</summary>
internal sealed class HandlerText(MethodDeclarationSyntax neighbour)
{
    private static readonly SymbolDisplayFormat TypeFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private readonly string _lineEnd = LineEnds.Of(neighbour).ToString();

    /// <param name="message">What it handles.</param>
    /// <param name="isAsked">Whether somebody waits for it, so that doing nothing would be wrong.</param>
    /// <param name="reply">What is expected of it, if anything.</param>
    /// <param name="hasScope">Whether a scope comes with the message.</param>
    internal MemberDeclarationSyntax Write(ITypeSymbol message, bool isAsked, ITypeSymbol? reply, bool hasScope = false)
    {
        var text = new StringBuilder();
        if (!neighbour.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia))
        {
            text.Append(_lineEnd);
        }

        if (IsSpaced())
        {
            text.Append(_lineEnd);
        }

        var indentation = Indentation();
        text.Append(indentation).Append('[').Append(AttributeName()).Append(']');
        text.Append(IsOnOneLine() ? " " : _lineEnd + indentation);
        text.Append(neighbour.Modifiers.Any(SyntaxKind.PrivateKeyword) ? "private " : "");
        text.Append(reply?.ToDisplayString(TypeFormat) ?? "void").Append(' ').Append(WellKnownNames.On);
        text.Append('(').Append(message.ToDisplayString(TypeFormat)).Append(' ').Append(ParameterName());
        text.Append(hasScope ? $", global::Coerce.{WellKnownNames.RequestScope} scope)" : ")");
        text.Append(isAsked ? " => throw new global::System.NotImplementedException();" : " { }").Append(_lineEnd);

        return Simplify(SyntaxFactory.ParseMemberDeclaration(text.ToString())!);
    }

    /// <summary>A handler that has no other one to look like.</summary>
    internal static MemberDeclarationSyntax WriteFirst(string before, string attribute, NewHandler handler, string lineEnd)
        => Simplify(SyntaxFactory.ParseMemberDeclaration(
            $"{before}[{attribute}] {handler.Reply?.ToDisplayString(TypeFormat) ?? "void"} {WellKnownNames.On}"
            + $"({handler.Message.ToDisplayString(TypeFormat)} message) => throw new global::System.NotImplementedException();{lineEnd}")!);

    // Lets the editor shorten the names of the types.
    private static MemberDeclarationSyntax Simplify(MemberDeclarationSyntax member)
        => member.ReplaceNodes(
            member.DescendantNodes().OfType<TypeSyntax>()
                .Where(type => type.Parent is not (QualifiedNameSyntax or AliasQualifiedNameSyntax or AttributeSyntax)),
            static (_, type) => type.WithAdditionalAnnotations(Simplifier.Annotation));

    // Members stand apart by a blank line, unless this one stands right below or above another.
    private bool IsSpaced()
    {
        if (neighbour.Parent is not TypeDeclarationSyntax { Members: { Count: > 1 } members })
        {
            return true;
        }

        var index = members.IndexOf(neighbour);
        return members[index == 0 ? 1 : index].GetLeadingTrivia().Any(SyntaxKind.EndOfLineTrivia);
    }

    private string Indentation()
    {
        var leading = neighbour.GetLeadingTrivia();
        if (leading.LastOrDefault() is var last && last.IsKind(SyntaxKind.WhitespaceTrivia))
        {
            return last.ToString();
        }

        var outer = neighbour.Parent?.GetLeadingTrivia().LastOrDefault() ?? default;
        return (outer.IsKind(SyntaxKind.WhitespaceTrivia) ? outer.ToString() : "") + "    ";
    }

    private string AttributeName()
        => neighbour.AttributeLists.SelectMany(list => list.Attributes)
            .Select(attribute => attribute.Name.ToString())
            .FirstOrDefault(name => name.EndsWith("Handles") || name.EndsWith(WellKnownNames.HandlesAttribute))
            ?? "global::Coerce.Handles";

    private bool IsOnOneLine()
        => neighbour.AttributeLists.LastOrDefault() is { } last && !last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);

    private string ParameterName()
        => neighbour.Identifier.ValueText is WellKnownNames.On or WellKnownNames.OnAsync
            && neighbour.ParameterList.Parameters.FirstOrDefault() is { } first
            ? first.Identifier.Text
            : "message";
}

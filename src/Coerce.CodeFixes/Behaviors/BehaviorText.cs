using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Coerce.CodeAnalysis;
using Coerce.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Coerce.CodeFixes.Behaviors;

/// <summary>Writes handlers at the end of a behaviour, each as the behaviour that has it already writes it.</summary>
internal sealed class BehaviorText(ClassDeclarationSyntax behavior, string attribute)
{
    private static readonly SymbolDisplayFormat TypeFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private readonly string _lineEnd = LineEnds.Of(behavior).ToString();
    private readonly string _indentation = ClassBodies.Indentation(behavior);

    internal ClassDeclarationSyntax AddTo(ClassDeclarationSyntax current, ImmutableArray<HandlerSignature> messages)
    {
        current = ClassBodies.WithBody(current, _indentation, _lineEnd);
        var isFirst = current.Members.Count == 0;
        foreach (var message in messages)
        {
            current = current.AddMembers(Write(message, isFirst));
            isFirst = false;
        }

        return current;
    }

    private MemberDeclarationSyntax Write(HandlerSignature message, bool isFirst)
    {
        var text = new StringBuilder();
        if (!isFirst)
        {
            text.Append(_lineEnd);
        }

        // What awaits and what does not is the same to the caller; the one that is written first need not await.
        var isLater = message.ReplyKind is ReplyKind.Deferred or ReplyKind.Stream;
        var reply = isLater ? message.Method.ReturnType : message.Reply;
        var name = message.Style == HandlerStyle.Message ? WellKnownNames.On : message.Name;
        var parameters = message.Parameters.Where(static parameter => parameter.IsMessage)
            .Select(static parameter => $"{parameter.Symbol.Type.ToDisplayString(TypeFormat)} {Escape(parameter.Symbol.Name)}{Default(parameter.Symbol)}");

        text.Append(_indentation).Append("    [").Append(attribute).Append("] ");
        text.Append(reply?.ToDisplayString(TypeFormat) ?? "void").Append(' ').Append(Escape(name));
        text.Append('(').Append(string.Join(", ", parameters));
        text.Append(") => throw new global::System.NotImplementedException();").Append(_lineEnd);

        var member = SyntaxFactory.ParseMemberDeclaration(text.ToString())!;
        return member.ReplaceNodes(
            member.DescendantNodes().OfType<TypeSyntax>()
                .Where(static type => type.Parent is not (QualifiedNameSyntax or AliasQualifiedNameSyntax or AttributeSyntax)),
            static (_, type) => type.WithAdditionalAnnotations(Simplifier.Annotation));
    }

    // A default that can be written down again; the ref takes those of the behaviour that comes first.
    private static string Default(IParameterSymbol parameter)
        => parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is ParameterSyntax { Default: { } value }
            ? $" = {value.Value}"
            : "";

    private static string Escape(string name)
        => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}

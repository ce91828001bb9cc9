using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Coerce.CodeAnalysis;
using Coerce.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace Coerce.CodeFixes.Behaviors;

/// <summary>COERCE0111: lets the messages that the behaviour leaves wait for another one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StashMessagesFix)), Shared]
internal sealed class StashMessagesFix : ActorFix<LeftMessages>
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("COERCE0111");

    // What goes ahead of all messages cannot wait, and what has type parameters has to be written by a person.
    internal override async Task<LeftMessages?> PlanAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
        => await LeftMessages.FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is { } left
            && left.Messages.All(message => message.Message is { } type
                ? !KnownTypes.IsSignal(type) && CanBeNamed(type)
                : IsPlain(((INamedTypeSymbol)left.Model.GetDeclaredSymbol(left.Class, cancellationToken)!).ContainingType))
                ? left
                : null;

    internal override string Title(LeftMessages plan) => plan.Messages.Length == 1 ? "Stash the message" : "Stash the messages";

    internal override async Task EditAsync(
        SolutionEditor solution, IReadOnlyList<LeftMessages> plans, CancellationToken cancellationToken)
    {
        foreach (var plan in plans)
        {
            var name = Names.InScope(plan.Model, plan.Class.SpanStart, WellKnownNames.StashesAttribute);
            var editor = await solution.GetDocumentEditorAsync(plan.Document.Id, cancellationToken).ConfigureAwait(false);
            editor.ReplaceNode(plan.Class, (current, _) => Add((ClassDeclarationSyntax)current, name, plan.Messages));
        }
    }

    // An attribute cannot name type parameters.
    private static bool CanBeNamed(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => false,
        IArrayTypeSymbol array => CanBeNamed(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.All(CanBeNamed) && (named.ContainingType is not { } outer || CanBeNamed(outer)),
        _ => true,
    };

    private static bool IsPlain(INamedTypeSymbol actor) => actor.Arity == 0 && (actor.ContainingType is not { } outer || IsPlain(outer));

    // Behind [Behavior], in the same brackets; or in the [Stashes] that is there.
    private static ClassDeclarationSyntax Add(ClassDeclarationSyntax type, string name, ImmutableArray<HandlerSignature> messages)
    {
        var types = string.Join(", ", messages.Select(static message => $"typeof({TypeOf(message)})"));
        var known = type.AttributeLists.SelectMany(static list => list.Attributes);
        if (known.FirstOrDefault(static attribute => IsNamed(attribute, "Stashes") && attribute.ArgumentList is not null) is { } stashes
            && stashes.ArgumentList!.Arguments.All(static argument => argument.Expression is TypeOfExpressionSyntax))
        {
            var arguments = Annotated(SyntaxFactory.ParseAttributeArgumentList($"({types})")!).Arguments;
            var separators = stashes.ArgumentList.Arguments.GetSeparators()
                .Concat(Enumerable.Repeat(Comma(), stashes.ArgumentList.Arguments.Count == 0 ? arguments.Count - 1 : arguments.Count));
            var all = SyntaxFactory.SeparatedList(stashes.ArgumentList.Arguments.Concat(arguments), separators);
            return type.ReplaceNode(stashes, stashes.WithArgumentList(stashes.ArgumentList.WithArguments(all)));
        }

        var behavior = type.AttributeLists.First(static list => list.Attributes.Any(static attribute => IsNamed(attribute, "Behavior")));
        var added = SyntaxFactory.Attribute(SyntaxFactory.ParseName(name), Annotated(SyntaxFactory.ParseAttributeArgumentList($"({types})")!));
        var attributes = SyntaxFactory.SeparatedList(
            behavior.Attributes.Concat(new[] { added }), behavior.Attributes.GetSeparators().Concat(new[] { Comma() }));
        return type.ReplaceNode(behavior, behavior.WithAttributes(attributes));
    }

    private static string TypeOf(HandlerSignature message)
        => message.Message?.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)
            ?? $"{WellKnownNames.Messages}.{(SyntaxFacts.GetKeywordKind(message.Name) != SyntaxKind.None ? "@" : "")}{message.Name}";

    private static bool IsNamed(AttributeSyntax attribute, string name)
    {
        var last = attribute.Name.ToString().Split('.', ':').Last();
        return last == name || last == name + "Attribute";
    }

    private static SyntaxToken Comma() => SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);

    private static AttributeArgumentListSyntax Annotated(AttributeArgumentListSyntax arguments)
        => arguments.ReplaceNodes(
            arguments.DescendantNodes().OfType<TypeSyntax>()
                .Where(static type => type.Parent is not (QualifiedNameSyntax or AliasQualifiedNameSyntax)),
            static (_, type) => type.WithAdditionalAnnotations(Simplifier.Annotation));
}

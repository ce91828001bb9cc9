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

namespace Coerce.CodeFixes;

/// <summary>COERCE0002: makes a static, abstract or record actor a plain class.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PlainClassFix)), Shared]
internal sealed class PlainClassFix : ActorFix<PlainClassFix.Plan>
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("COERCE0002");

    internal override async Task<Plan?> PlanAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var (type, model) = await Declarations.FindAsync<TypeDeclarationSyntax>(document, diagnostic, cancellationToken)
            .ConfigureAwait(false);
        if (type is null || model?.GetDeclaredSymbol(type, cancellationToken) is not INamedTypeSymbol actor)
        {
            return null;
        }

        var fault = Faults.Of<ClassFault>(diagnostic);
        var parts = Declarations.Of(actor, document.Project.Solution, cancellationToken)
            .Select(part => (part.Document, Node: (TypeDeclarationSyntax)part.Node))
            .ToImmutableArray();

        return CanBecomePlain(actor, fault) && !(fault == ClassFault.Record && parts.Any(part => ReadsItsProperties(part.Node)))
            ? new Plan(fault, parts)
            : null;
    }

    internal override string Title(Plan plan) => plan.Fault switch
    {
        ClassFault.Static => "Remove 'static'",
        ClassFault.Abstract => "Remove 'abstract'",
        _ => "Make it a class",
    };

    internal override async Task EditAsync(
        SolutionEditor solution, IReadOnlyList<Plan> plans, CancellationToken cancellationToken)
    {
        foreach (var plan in plans)
        {
            foreach (var (document, part) in plan.Parts)
            {
                var editor = await solution.GetDocumentEditorAsync(document.Id, cancellationToken).ConfigureAwait(false);
                if (plan.Fault == ClassFault.Static)
                {
                    MakeMethodsInstance(editor, part);
                }

                editor.ReplaceNode(part, (current, _) => MakePlain((TypeDeclarationSyntax)current, plan.Fault));
            }
        }
    }

    private static bool CanBecomePlain(INamedTypeSymbol actor, ClassFault fault) => fault switch
    {
        ClassFault.Static => !actor.GetMembers().Any(member => member is IMethodSymbol { IsExtensionMethod: true }),
        ClassFault.Abstract => !actor.GetMembers().Any(member => member.IsAbstract) && !InheritsAbstractMembers(actor),
        ClassFault.Record => actor.BaseType is { SpecialType: SpecialType.System_Object } && !actor.IsAbstract,
        _ => false,
    };

    private static bool InheritsAbstractMembers(INamedTypeSymbol actor)
    {
        for (var type = actor.BaseType; type is not null; type = type.BaseType)
        {
            if (type.GetMembers().Any(member => member.IsAbstract))
            {
                return true;
            }
        }

        return false;
    }

    // "Balance" alone binds to the constructor's parameter afterwards; "this.Balance" binds to nothing.
    private static bool ReadsItsProperties(TypeDeclarationSyntax part)
        => part.DescendantNodes().Any(node => node is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access
            && part.ParameterList?.Parameters
                .Any(parameter => parameter.Identifier.ValueText == access.Name.Identifier.ValueText) == true);

    private static void MakeMethodsInstance(DocumentEditor editor, TypeDeclarationSyntax part)
    {
        foreach (var method in part.Members.OfType<MethodDeclarationSyntax>())
        {
            if (editor.SemanticModel.GetDeclaredSymbol(method) is IMethodSymbol symbol && KnownAttributes.IsCalledByRuntime(symbol))
            {
                editor.ReplaceNode(
                    method, static (current, _) => Modifiers.Remove((MemberDeclarationSyntax)current, SyntaxKind.StaticKeyword));
            }
        }
    }

    private static TypeDeclarationSyntax MakePlain(TypeDeclarationSyntax part, ClassFault fault) => fault switch
    {
        ClassFault.Static => (TypeDeclarationSyntax)Modifiers.Remove(part, SyntaxKind.StaticKeyword),
        ClassFault.Abstract => (TypeDeclarationSyntax)Modifiers.Remove(part, SyntaxKind.AbstractKeyword),
        _ => part is RecordDeclarationSyntax record ? ToClass(record) : part,
    };

    // "record" or "record class"
    private static SyntaxToken LastKeyword(RecordDeclarationSyntax record)
        => record.ClassOrStructKeyword == default ? record.Keyword : record.ClassOrStructKeyword;

    private static ClassDeclarationSyntax ToClass(RecordDeclarationSyntax record) => SyntaxFactory.ClassDeclaration(
        record.AttributeLists,
        record.Modifiers,
        SyntaxFactory.Token(SyntaxKind.ClassKeyword)
            .WithLeadingTrivia(record.Keyword.LeadingTrivia)
            .WithTrailingTrivia(LastKeyword(record).TrailingTrivia),
        record.Identifier,
        record.TypeParameterList,
        record.ParameterList,
        record.BaseList,
        record.ConstraintClauses,
        record.OpenBraceToken,
        record.Members,
        record.CloseBraceToken,
        record.SemicolonToken);

    internal sealed record Plan(ClassFault Fault, ImmutableArray<(Document Document, TypeDeclarationSyntax Node)> Parts);
}

using System.Collections.Immutable;
using Coerce.CodeAnalysis;
using Coerce.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.Generators.Parsing;

/// <summary>What a simple name would mean at each level of C#'s name lookup, if a generated type had it.</summary>
/// <remarks>See docs/decisions/0002-refs-in-signatures.md.</remarks>
internal sealed class NameLookup
{
    private readonly SemanticModel _model;
    private readonly Imports _imports;
    private readonly SimpleNameSyntax _name;
    private readonly string _keySuffix;
    private readonly string _textSuffix;
    private readonly List<LookupLevel> _levels = [];

    private NameLookup(SemanticModel model, Imports imports, SimpleNameSyntax name, string suffix)
    {
        _model = model;
        _imports = imports;
        _name = name;
        _keySuffix = SymbolText.NameWithArity(name.Identifier.ValueText, name.Arity) + suffix;
        _textSuffix = Identifiers.Escape(name.Identifier.ValueText) + Identifiers.EscapePath(suffix);
    }

    private string Name => _name.Identifier.ValueText;

    /// <summary>The levels before the one where the compiler finds a type of its own.</summary>
    internal EquatableArray<LookupLevel> Levels => _levels.ToEquatableArray();

    /// <summary>The type behind the alias that the search ended at.</summary>
    internal TypeSyntax? AliasTarget { get; private set; }

    /// <param name="model">The model of the file.</param>
    /// <param name="imports">What the usings of the file bring in.</param>
    /// <param name="name">The name.</param>
    /// <param name="suffix">What follows the name in the candidates: <c>.GetBalance</c>.</param>
    internal static NameLookup Of(SemanticModel model, Imports imports, SimpleNameSyntax name, string suffix)
    {
        var lookup = new NameLookup(model, imports, name, suffix);
        lookup.Search();
        return lookup;
    }

    private void Search()
    {
        // The target of an alias does not see the usings beside it.
        SyntaxNode? blind = _name.FirstAncestorOrSelf<UsingDirectiveSyntax>()?.Parent;

        for (SyntaxNode? node = _name.Parent; node is not null; node = node.Parent)
        {
            bool isFound = node switch
            {
                TypeDeclarationSyntax type => SearchType(_model.GetDeclaredSymbol(type)),
                BaseNamespaceDeclarationSyntax scope => SearchNamespace(scope, node == blind),
                CompilationUnitSyntax unit => SearchUnit(unit, node == blind),
                _ => false,
            };

            if (isFound) return;
        }
    }

    // Members of a type and of its bases are one level.
    private bool SearchType(INamedTypeSymbol? type)
    {
        var candidates = new List<LookupCandidate>();
        for (; type is not null and not IErrorTypeSymbol; type = type.BaseType)
        {
            if (type.SpecialType == SpecialType.System_Object) break;

            if (HasOwn(type) || type.TypeParameters.Any(parameter => parameter.Name == Name)) return true;

            candidates.Add(new LookupCandidate(
                SymbolText.Key(type) + "." + _keySuffix,
                SymbolText.FullName(type) + "." + _textSuffix));
        }

        Add(candidates);
        return false;
    }

    private bool SearchNamespace(BaseNamespaceDeclarationSyntax declaration, bool isBlind)
    {
        // "namespace A.B" is A with B inside; usings belong to the innermost.
        var scope = (INamespaceSymbol?)_model.GetDeclaredSymbol(declaration);
        bool isInnermost = true;
        NameSyntax? name = declaration.Name;
        for (; name is not null && scope is not null; name = (name as QualifiedNameSyntax)?.Left)
        {
            if (SearchMembers(scope)) return true;
            if (isInnermost && !isBlind && SearchImports(declaration)) return true;

            isInnermost = false;
            scope = scope.ContainingNamespace;
        }

        return false;
    }

    private bool SearchUnit(CompilationUnitSyntax unit, bool isBlind)
        => SearchMembers(_model.Compilation.GlobalNamespace) || (!isBlind && SearchImports(unit));

    private bool SearchMembers(INamespaceSymbol scope)
    {
        if (HasOwn(scope)) return true;

        Add([Candidate(scope)]);
        return false;
    }

    private bool SearchImports(SyntaxNode scope)
    {
        ImmutableArray<IImportScope> imports = _imports.Around(_name, _model);

        IAliasSymbol? alias = imports
            .SelectMany(import => import.Aliases)
            .Where(alias => alias.Name == Name && _name is IdentifierNameSyntax)
            .FirstOrDefault(alias => Belongs(alias.DeclaringSyntaxReferences.FirstOrDefault(), scope));

        if (alias is not null)
        {
            AliasTarget = (alias.DeclaringSyntaxReferences[0].GetSyntax() as UsingDirectiveSyntax)?.NamespaceOrType;
            return true;
        }

        var candidates = new List<LookupCandidate>();
        foreach (ImportedNamespaceOrType import in imports.SelectMany(import => import.Imports))
        {
            if (!Belongs(import.DeclaringSyntaxReference, scope)) continue;
            if (HasOwn(import.NamespaceOrType)) return true;

            candidates.Add(import.NamespaceOrType is INamespaceSymbol imported
                ? Candidate(imported)
                : new LookupCandidate(
                    SymbolText.Key((INamedTypeSymbol)import.NamespaceOrType) + "." + _keySuffix,
                    SymbolText.FullName((INamedTypeSymbol)import.NamespaceOrType) + "." + _textSuffix));
        }

        Add(candidates);
        return false;
    }

    // A global using belongs to every compilation unit, its own or another.
    private static bool Belongs(SyntaxReference? reference, SyntaxNode scope)
        => reference?.GetSyntax().Parent is { } parent
            && (parent == scope || (parent is CompilationUnitSyntax && scope is CompilationUnitSyntax));

    private LookupCandidate Candidate(INamespaceSymbol scope)
        => new(SymbolText.KeyPrefix(scope) + _keySuffix, SymbolText.Prefix(scope) + _textSuffix);

    private bool HasOwn(INamespaceOrTypeSymbol scope)
        => scope.GetTypeMembers(Name, _name.Arity).Any(type => _model.IsAccessible(_name.SpanStart, type));

    private void Add(List<LookupCandidate> candidates)
    {
        // The same namespace may be imported twice.
        if (candidates.Count > 0) _levels.Add(new LookupLevel(candidates.Distinct().ToEquatableArray()));
    }
}

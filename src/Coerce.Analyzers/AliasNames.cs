using System;
using System.Collections.Generic;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.Analyzers;

/// <summary>The names that a using directive gives to something, anywhere in a program.</summary>
internal sealed class AliasNames
{
    private const string Suffix = "Attribute";

    private readonly Lazy<HashSet<string>> _names;

    internal AliasNames(ProgramDeclarations program) => _names = new(() => Find(program.Trees));

    /// <summary>Whether an attribute written with the name may be an alias.</summary>
    internal bool MayNameAttribute(string name) => _names.Value.Count > 0 && (_names.Value.Contains(name) || _names.Value.Contains(name + Suffix));

    private static HashSet<string> Find(IEnumerable<SyntaxTree> trees)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in trees)
        {
            if (tree.GetRoot() is CompilationUnitSyntax unit)
            {
                Add(unit.Usings, unit.Members, names);
            }
        }

        return names;
    }

    private static void Add(SyntaxList<UsingDirectiveSyntax> usings, SyntaxList<MemberDeclarationSyntax> members, HashSet<string> names)
    {
        foreach (var directive in usings)
        {
            if (directive.Alias is { } alias)
            {
                names.Add(alias.Name.Identifier.ValueText);
            }
        }

        foreach (var member in members)
        {
            if (member is BaseNamespaceDeclarationSyntax scope)
            {
                Add(scope.Usings, scope.Members, names);
            }
        }
    }
}

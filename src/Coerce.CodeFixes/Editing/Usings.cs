using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.CodeFixes.Editing;

/// <summary>Adds a using directive where the file would have it: those of the framework first, then the alphabet; at the end of its group in
/// a file that is not in order.</summary>
internal static class Usings
{
    private const string Root = "global::";

    internal static CompilationUnitSyntax Add(CompilationUnitSyntax file, string name)
    {
        if (file.Usings.Any(directive => directive.Alias is null && NameOf(directive) == name))
        {
            return file;
        }

        var lineEnd = LineEnds.Of(file);
        var added = SyntaxFactory.ParseCompilationUnit($"using {name};").Usings[0].WithTrailingTrivia(lineEnd);
        if (file.Usings.Count > 0)
        {
            return Insert(file, UnconditionalPlace(file.Usings, PlaceOf(name, file.Usings)), added);
        }

        return file.Externs.Count > 0 ? file.WithUsings(SyntaxFactory.SingletonList(added)) : AddFirst(file, added, lineEnd);
    }

    private static CompilationUnitSyntax Insert(CompilationUnitSyntax file, int index, UsingDirectiveSyntax added)
    {
        if (index > 0 || file.Externs.Count > 0)
        {
            // The blank line above a group stays above it.
            if (index < file.Usings.Count && StartsItsGroup(file.Usings, index, added))
            {
                var next = file.Usings[index];
                added = added.WithLeadingTrivia(next.GetLeadingTrivia());
                file = file.ReplaceNode(next, next.WithoutLeadingTrivia());
            }

            return file.WithUsings(file.Usings.Insert(index, added));
        }

        var first = file.Usings[0];
        var (above, below) = Split(first.GetLeadingTrivia());
        var rest = file.ReplaceNode(first, first.WithLeadingTrivia(below));
        return rest.WithUsings(rest.Usings.Insert(0, added.WithLeadingTrivia(above)));
    }

    private static CompilationUnitSyntax AddFirst(CompilationUnitSyntax file, UsingDirectiveSyntax added, SyntaxTrivia lineEnd)
    {
        var first = file.GetFirstToken(includeZeroWidth: true);
        var (above, below) = Split(first.LeadingTrivia);
        var isSeparated = below.FirstOrDefault().IsKind(SyntaxKind.EndOfLineTrivia);
        var bare = file.ReplaceToken(first, first.WithLeadingTrivia(isSeparated ? below : below.Prepend(lineEnd)));
        return bare.WithUsings(SyntaxFactory.SingletonList(added.WithLeadingTrivia(above)));
    }

    private static int PlaceOf(string name, SyntaxList<UsingDirectiveSyntax> usings)
    {
        var plain = usings.Where(IsPlain).ToList();
        if (plain.Count == 0)
        {
            return usings.Count(IsGlobal);
        }

        var names = plain.Select(NameOf).ToList();
        var isInOrder = names.Zip(names.Skip(1), Compare).All(static order => order <= 0);
        var before = isInOrder
            ? names.FindLastIndex(other => Compare(other, name) < 0)
            : names.FindLastIndex(other => IsOfSystem(other) == IsOfSystem(name));

        if (before >= 0)
        {
            return usings.IndexOf(plain[before]) + 1;
        }

        return IsOfSystem(name) || isInOrder ? usings.IndexOf(plain[0]) : usings.IndexOf(plain[plain.Count - 1]) + 1;
    }

    // What follows is parted from what is before, and the new one belongs to what follows.
    private static bool StartsItsGroup(SyntaxList<UsingDirectiveSyntax> usings, int index, UsingDirectiveSyntax added)
    {
        var next = usings[index];
        return index > 0
            && IsPlain(next)
            && next.GetLeadingTrivia().All(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            && next.HasLeadingTrivia
            && IsOfSystem(NameOf(usings[index - 1])) != IsOfSystem(NameOf(added))
            && IsOfSystem(NameOf(next)) == IsOfSystem(NameOf(added));
    }

    /// <summary>That place, or the next one that is in no <c>#if</c>; the first of all where there is none.</summary>
    private static int UnconditionalPlace(SyntaxList<UsingDirectiveSyntax> usings, int wanted)
    {
        var depth = 0;
        for (var place = 1; place <= usings.Count && wanted > 0; place++)
        {
            depth += usings[place - 1].GetLeadingTrivia().Sum(Nesting);
            if (place >= wanted && depth == 0)
            {
                return place;
            }
        }

        return 0;
    }

    /// <summary>What stays at the top of the file, and what belongs to the code below it.</summary>
    private static (IEnumerable<SyntaxTrivia> Above, IEnumerable<SyntaxTrivia> Below) Split(SyntaxTriviaList leading)
    {
        var start = leading.ToList().FindLastIndex(static trivia => trivia.IsKind(SyntaxKind.DefineDirectiveTrivia) || trivia.IsKind(SyntaxKind.UndefDirectiveTrivia)) + 1;
        var depth = leading.Take(start).Sum(Nesting);
        for (var index = start; index < leading.Count; index++)
        {
            var trivia = leading[index];
            if (depth == 0 && (trivia.IsKind(SyntaxKind.IfDirectiveTrivia) || trivia.IsKind(SyntaxKind.RegionDirectiveTrivia) || IsDocumentation(trivia)))
            {
                return (leading.Take(index), leading.Skip(index));
            }

            depth += Nesting(trivia);
        }

        return (leading, []);
    }

    private static int Nesting(SyntaxTrivia trivia) => trivia.Kind() switch
    {
        SyntaxKind.IfDirectiveTrivia => 1,
        SyntaxKind.EndIfDirectiveTrivia => -1,
        _ => 0,
    };

    private static bool IsDocumentation(SyntaxTrivia trivia)
        => trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineDocumentationCommentTrivia);

    private static bool IsGlobal(UsingDirectiveSyntax directive) => !directive.GlobalKeyword.IsKind(SyntaxKind.None);

    private static bool IsPlain(UsingDirectiveSyntax directive)
        => directive.Alias is null && directive.StaticKeyword.IsKind(SyntaxKind.None) && !IsGlobal(directive);

    private static string NameOf(UsingDirectiveSyntax directive)
        => directive.Name?.ToString() is { } name ? name.StartsWith(Root, StringComparison.Ordinal) ? name.Substring(Root.Length) : name : "";

    private static int Compare(string left, string right)
        => IsOfSystem(left) != IsOfSystem(right) ? (IsOfSystem(left) ? -1 : 1) : StringComparer.OrdinalIgnoreCase.Compare(left, right);

    private static bool IsOfSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
}

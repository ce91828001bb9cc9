using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.Generators.Parsing;

/// <summary>What usings bring in, asked for once: it is the same for all names of a namespace declaration.</summary>
internal sealed class Imports
{
    private readonly Dictionary<SyntaxNode, ImmutableArray<IImportScope>> _known = [];

    internal ImmutableArray<IImportScope> Around(SimpleNameSyntax name, SemanticModel model)
    {
        // The target of an alias sees others than the declarations below it.
        if (name.FirstAncestorOrSelf<UsingDirectiveSyntax>() is not null) return model.GetImportScopes(name.SpanStart);

        SyntaxNode scope = name.Ancestors().First(node => node is BaseNamespaceDeclarationSyntax or CompilationUnitSyntax);
        if (!_known.TryGetValue(scope, out ImmutableArray<IImportScope> imports))
        {
            imports = model.GetImportScopes(name.SpanStart);
            _known.Add(scope, imports);
        }

        return imports;
    }
}

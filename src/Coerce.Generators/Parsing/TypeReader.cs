using Coerce.CodeAnalysis;
using Coerce.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.Generators.Parsing;

/// <summary>Reads the types of signatures: what the compiler knows from symbols, what may be generated from syntax.</summary>
internal sealed class TypeReader
{
    private readonly Compilation _compilation;
    private readonly TypeReach _reach;
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];
    private readonly Imports _imports = new();

    internal TypeReader(Compilation compilation, TypeReach reach)
    {
        _compilation = compilation;
        _reach = reach;
    }

    /// <summary>A type as it stands in a signature.</summary>
    internal TypeText Read(ITypeSymbol type, TypeSyntax? syntax)
    {
        Reach reach = _reach.Of(type);
        string displayName = SymbolText.ShortName(type);
        NullStyle nulls = NullsOf(type, syntax);
        if (syntax is null || !MayBeGenerated(type, syntax))
        {
            return TypeText.Fixed(SymbolText.FullName(type), displayName, reach, nulls);
        }

        // Of such a name the compiler knows nothing: that need not be asked for again.
        var parts = new PartList();
        if (type is IErrorTypeSymbol && syntax is IdentifierNameSyntax unknown) AppendLookup(unknown, null, parts);
        else Append(syntax, parts);
        return new TypeText(parts.ToEquatableArray(), displayName, reach, nulls);
    }

    /// <summary>The type argument of a type such as <c>Task&lt;T&gt;</c>.</summary>
    internal TypeText ReadArgument(ITypeSymbol type, TypeSyntax? syntax)
        => Read(((INamedTypeSymbol)type).TypeArguments[0], ArgumentOf(syntax));

    /// <summary>A type that is named in a body, with its symbol where there is one.</summary>
    internal (TypeText Text, INamedTypeSymbol? Type) ReadNamed(TypeSyntax syntax)
    {
        var parts = new PartList();
        Append(syntax, parts);
        var type = Model(syntax).GetTypeInfo(syntax).Type as INamedTypeSymbol;
        return (new TypeText(parts.ToEquatableArray(), "", Reach.AsRef, NullStyle.Reference), type is IErrorTypeSymbol ? null : type);
    }

    /// <summary>The ref of an actor that is named in a body; null when it is none.</summary>
    internal (TypeText Text, INamedTypeSymbol? Type)? ReadRefOf(ExpressionSyntax actor)
        => Model(actor).GetSymbolInfo(actor).Symbol is INamedTypeSymbol type and not IErrorTypeSymbol && KnownAttributes.IsActor(type)
            ? (TypeText.Fixed(SymbolText.FullName(type) + WellKnownNames.RefSuffix, "", Reach.AsRef, NullStyle.Reference), ActorRefs.Find(type))
            : null;

    private static string NameWithArity(SimpleNameSyntax name) => SymbolText.NameWithArity(name.Identifier.ValueText, name.Arity);

    /// <summary>The first type argument, as it is written.</summary>
    internal TypeSyntax? ArgumentOf(TypeSyntax? syntax) => syntax switch
    {
        GenericNameSyntax generic => generic.TypeArgumentList.Arguments.FirstOrDefault(),
        QualifiedNameSyntax qualified => ArgumentOf(qualified.Right),
        AliasQualifiedNameSyntax qualified => ArgumentOf(qualified.Name),
        NullableTypeSyntax nullable => ArgumentOf(nullable.ElementType),
        IdentifierNameSyntax name when AliasTarget(name) is { } target => ArgumentOf(target),
        _ => null,
    };

    private static NullStyle NullsOf(ITypeSymbol type, TypeSyntax? syntax)
    {
        // The compiler cannot know whether "X?" of a type that does not exist is a Nullable<X>: refs are not, messages are.
        bool isNullable = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        ITypeSymbol plain = isNullable ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        if (plain.TypeKind == TypeKind.Error)
        {
            return IsGeneratedMessage(syntax) ? NullStyle.Value
                : syntax is NullableTypeSyntax ? NullStyle.NullableReference
                : NullStyle.Reference;
        }

        return isNullable ? NullStyle.Value
            : type.NullableAnnotation == NullableAnnotation.Annotated ? NullStyle.NullableReference
            : type.IsValueType ? NullStyle.Value
            : NullStyle.Reference;
    }

    private static bool IsGeneratedMessage(TypeSyntax? syntax) => syntax switch
    {
        NullableTypeSyntax nullable => IsGeneratedMessage(nullable.ElementType),
        QualifiedNameSyntax { Left: var left } => Rightmost(left).Identifier.ValueText == WellKnownNames.Messages,
        _ => false,
    };

    // Generated types are refs and the messages of actors; anything else that the compiler knows, it knows rightly.
    private static bool MayBeGenerated(ITypeSymbol type, TypeSyntax syntax)
        => HasError(type) || syntax.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(HasGeneratedName);

    private static bool HasGeneratedName(SimpleNameSyntax name)
        => name.Identifier.ValueText is WellKnownNames.Messages
            || name.Identifier.ValueText.EndsWith(WellKnownNames.RefSuffix, StringComparison.Ordinal);

    private static bool HasError(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol => true,
        IArrayTypeSymbol array => HasError(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(HasError)
            || (named.ContainingType is { } outer && HasError(outer)),
        _ => false,
    };

    private void Append(TypeSyntax syntax, PartList parts)
    {
        switch (syntax)
        {
            case PredefinedTypeSyntax predefined:
                parts.Add(predefined.Keyword.ValueText);
                break;

            case NullableTypeSyntax nullable:
                Append(nullable.ElementType, parts);
                parts.Add("?");
                break;

            case ArrayTypeSyntax array:
                Append(array.ElementType, parts);
                parts.Add(string.Concat(array.RankSpecifiers.Select(rank => $"[{new string(',', rank.Rank - 1)}]")));
                break;

            case TupleTypeSyntax tuple:
                AppendTuple(tuple, parts);
                break;

            case NameSyntax name:
                AppendName(name, parts);
                break;

            default:
                parts.Add(TypePart.Unknown);
                break;
        }
    }

    private void AppendTuple(TupleTypeSyntax tuple, PartList parts)
    {
        string separator = "(";
        foreach (TupleElementSyntax element in tuple.Elements)
        {
            parts.Add(separator);
            Append(element.Type, parts);
            string name = element.Identifier.ValueText;
            if (name.Length > 0) parts.Add(" " + Identifiers.Escape(name));
            separator = ", ";
        }

        parts.Add(")");
    }

    private void AppendName(NameSyntax name, PartList parts)
    {
        ISymbol? symbol = Model(name).GetSymbolInfo(name).Symbol;
        INamedTypeSymbol? type = symbol is INamedTypeSymbol and not IErrorTypeSymbol ? (INamedTypeSymbol)symbol : null;
        if (symbol is ITypeParameterSymbol or IDynamicTypeSymbol)
        {
            parts.Add(symbol is ITypeParameterSymbol ? Identifiers.Escape(symbol.Name) : "dynamic");
            return;
        }

        bool isKnown = type is not null && !HasGeneratedName(Leftmost(name));
        if (isKnown && AliasTarget(name) is { } target)
        {
            Append(target, parts);
            return;
        }

        if (name is QualifiedNameSyntax member && TypeOf(member.Left) is not null) AppendMember(member, type, parts);
        else if (isKnown && Rightmost(name).Arity == 0) parts.Add(SymbolText.FullName(type!));
        else if (isKnown) parts.Add(SymbolText.DefinitionName(type!));
        else AppendLookup(name, type, parts);

        AppendArguments(name, parts);
    }

    private INamedTypeSymbol? TypeOf(NameSyntax name)
        => Model(name).GetSymbolInfo(name).Symbol is INamedTypeSymbol type and not IErrorTypeSymbol ? type : null;

    private TypeSyntax? AliasTarget(NameSyntax name)
        => name is IdentifierNameSyntax simple && Model(name).GetAliasInfo(simple) is { } alias
            ? (alias.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as UsingDirectiveSyntax)?.NamespaceOrType
            : null;

    // The container may itself have type arguments that are generated.
    private void AppendMember(QualifiedNameSyntax name, INamedTypeSymbol? type, PartList parts)
    {
        AppendName(name.Left, parts);
        string member = "." + Identifiers.Escape(name.Right.Identifier.ValueText);
        if (type is not null) parts.Add(member);
        else parts.Add(new TypePart(null, EquatableArray.Of(MemberLevel(name, "", _ => member)), default));
    }

    private void AppendLookup(NameSyntax name, INamedTypeSymbol? type, PartList parts)
    {
        var otherwise = new PartList();
        EquatableArray<LookupLevel> levels = LevelsOf(name, "", otherwise);
        if (type is not null && otherwise.IsEmpty) otherwise.Add(SymbolText.DefinitionName(type));
        parts.Add(new TypePart(null, levels, otherwise.ToEquatableArray()));
    }

    private EquatableArray<LookupLevel> LevelsOf(NameSyntax name, string suffix, PartList otherwise)
    {
        if (name is SimpleNameSyntax simple)
        {
            NameLookup lookup = NameLookup.Of(Model(name), _imports, simple, suffix);
            if (lookup.AliasTarget is { } target && suffix.Length == 0) Append(target, otherwise);
            return lookup.Levels;
        }

        NameSyntax left = (name as QualifiedNameSyntax)?.Left ?? ((AliasQualifiedNameSyntax)name).Alias;
        SimpleNameSyntax right = Rightmost(name);
        switch (Model(left).GetSymbolInfo(left).Symbol)
        {
            case INamespaceSymbol scope:
                var candidate = new LookupCandidate(
                    SymbolText.KeyPrefix(scope) + NameWithArity(right) + suffix,
                    SymbolText.Prefix(scope) + Identifiers.Escape(right.Identifier.ValueText) + Identifiers.EscapePath(suffix));
                return EquatableArray.Of(new LookupLevel(EquatableArray.Of(candidate)));

            case INamedTypeSymbol and not IErrorTypeSymbol:
                string member = "." + Identifiers.Escape(right.Identifier.ValueText) + Identifiers.EscapePath(suffix);
                return EquatableArray.Of(MemberLevel(name, suffix, type => SymbolText.FullName(type) + member));

            default:
                return LevelsOf(left, "." + NameWithArity(right) + suffix, otherwise);
        }
    }

    private LookupLevel MemberLevel(NameSyntax name, string suffix, Func<INamedTypeSymbol, string> text)
    {
        string member = "." + NameWithArity(Rightmost(name)) + suffix;
        var candidates = new List<LookupCandidate>();
        for (INamedTypeSymbol? type = TypeOf(((QualifiedNameSyntax)name).Left); type is not null; type = type.BaseType)
        {
            candidates.Add(new LookupCandidate(SymbolText.Key(type) + member, text(type)));
        }

        return new LookupLevel(candidates.ToEquatableArray());
    }

    private void AppendArguments(NameSyntax name, PartList parts)
    {
        if (Rightmost(name) is not GenericNameSyntax generic) return;

        string separator = "<";
        foreach (TypeSyntax argument in generic.TypeArgumentList.Arguments)
        {
            parts.Add(separator);
            Append(argument, parts);
            separator = ", ";
        }

        parts.Add(">");
    }

    private static SimpleNameSyntax Leftmost(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => Leftmost(qualified.Left),
        AliasQualifiedNameSyntax qualified => qualified.Name,
        _ => (SimpleNameSyntax)name,
    };

    private static SimpleNameSyntax Rightmost(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax qualified => qualified.Name,
        _ => (SimpleNameSyntax)name,
    };

    private SemanticModel Model(SyntaxNode node)
    {
        if (!_models.TryGetValue(node.SyntaxTree, out SemanticModel? model))
        {
            model = _compilation.GetSemanticModel(node.SyntaxTree);
            _models.Add(node.SyntaxTree, model);
        }

        return model;
    }
}

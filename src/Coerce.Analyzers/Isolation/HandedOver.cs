using System;
using System.Collections.Generic;
using System.Linq;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Coerce.Analyzers.Isolation;

/// <summary>What a call hands over to an actor.</summary>
internal sealed class HandedOver(Sendability sendability)
{
    /// <summary>Whether the method may send something: one of a ref, or of the interfaces that refs have.</summary>
    public static bool IsSending(IMethodSymbol method)
        => method.ContainingType is { } type
            && ((type.Name.EndsWith(WellKnownNames.RefSuffix, StringComparison.Ordinal) && KnownAttributes.ActorOf(type.OriginalDefinition) is not null)
                || (type.Name is "IReceive" or "IAsk" or "IStream" && KnownTypes.IsInCoerce(type)));

    /// <summary>The expressions whose objects the sender gives away.</summary>
    public IEnumerable<(IOperation Value, bool IsMessage)> Of(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.Explicit || argument.Parameter is not { } parameter)
            {
                continue;
            }

            var value = OperationPlaces.Unwrap(argument.Value);
            if (IsWhole(parameter, value))
            {
                yield return (value, false);
                continue;
            }

            foreach (var part in InMessage(value))
            {
                yield return part;
            }
        }
    }

    private bool IsWhole(IParameterSymbol parameter, IOperation value)
        => (KnownAttributes.IsTransferred(parameter) && IsMutable(value))
            || (value.Type is INamedTypeSymbol type && KnownAttributes.IsTransferred(type.OriginalDefinition));

    // new Page(1, pixels), there or in the variable that is sent.
    private IEnumerable<(IOperation Value, bool IsMessage)> InMessage(IOperation value)
    {
        if (value is ILocalReferenceOperation local && Initializer(local) is { } made)
        {
            var parts = InCreation(made).Select(static part => (part, false)).ToArray();
            return parts.Length == 0 ? parts : parts.Append((value, true));
        }

        return value is IObjectCreationOperation creation
            ? InCreation(creation).Select(static part => (part, false))
            : Enumerable.Empty<(IOperation, bool)>();
    }

    private IEnumerable<IOperation> InCreation(IObjectCreationOperation creation)
    {
        foreach (var argument in creation.Arguments)
        {
            var value = OperationPlaces.Unwrap(argument.Value);
            if (argument.Parameter is { } parameter && IsSlot(parameter, creation.Type))
            {
                if (IsMutable(value))
                {
                    yield return value;
                }
            }
            else if (value is IObjectCreationOperation inner)
            {
                foreach (var part in InCreation(inner))
                {
                    yield return part;
                }
            }
        }

        foreach (var assignment in creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? Enumerable.Empty<ISimpleAssignmentOperation>())
        {
            var value = OperationPlaces.Unwrap(assignment.Value);
            if (assignment.Target is IMemberReferenceOperation { Member: var member } && SendabilitySearch.IsTransferred(member) && IsMutable(value))
            {
                yield return value;
            }
        }
    }

    private static bool IsSlot(IParameterSymbol parameter, ITypeSymbol? message)
        => KnownAttributes.IsTransferred(parameter) || message?.GetMembers().Any(member =>
            member is IPropertySymbol or IFieldSymbol
            && string.Equals(member.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
            && KnownAttributes.IsTransferred(member)) == true;

    private bool IsMutable(IOperation value) => value.Type is { } type && !sendability.IsSendable(type);

    private static IObjectCreationOperation? Initializer(ILocalReferenceOperation local)
    {
        IOperation root = local;
        while (root.Parent is { } outer)
        {
            root = outer;
        }

        return root.Descendants().OfType<IVariableDeclaratorOperation>()
            .Where(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local.Local))
            .Select(declarator => declarator.GetVariableInitializer()?.Value is { } value ? OperationPlaces.Unwrap(value) : null)
            .OfType<IObjectCreationOperation>()
            .FirstOrDefault();
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Coerce.Analyzers.Isolation;

/// <summary>Where an expression stands.</summary>
internal static class OperationPlaces
{
    /// <summary>The argument, assignment or other operation that takes the lambda or method group.</summary>
    public static IOperation? Of(IOperation function)
    {
        var outer = function.Parent;
        while (outer is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation
            or IArrayInitializerOperation or IArrayCreationOperation or ICollectionExpressionOperation)
        {
            outer = outer.Parent;
        }

        return outer;
    }

    /// <summary>Whether only its name is asked for.</summary>
    public static bool IsInNameof(IOperation operation)
    {
        for (var outer = operation.Parent; outer is IMemberReferenceOperation or INameOfOperation; outer = outer.Parent)
        {
            if (outer is INameOfOperation)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The expression without what only changes its type.</summary>
    public static IOperation Unwrap(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.Analyzers;

/// <summary>Where an operation is named: the last name of a call, without receiver and arguments.</summary>
internal static class OperationNames
{
    internal static Location Locate(IOperation operation) => NameOf(operation.Syntax).GetLocation();

    private static SyntaxNode NameOf(SyntaxNode syntax) => syntax switch
    {
        InvocationExpressionSyntax call => NameOf(call.Expression),
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => syntax,
    };
}

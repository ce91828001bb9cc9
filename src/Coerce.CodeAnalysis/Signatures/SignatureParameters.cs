using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

internal static class SignatureParameters
{
    public static ImmutableArray<SignatureParameter> Of(IMethodSymbol method)
    {
        if (method.Parameters.IsEmpty)
        {
            return ImmutableArray<SignatureParameter>.Empty;
        }

        var inConstructor = method.MethodKind == MethodKind.Constructor;
        var parameters = ImmutableArray.CreateBuilder<SignatureParameter>(method.Parameters.Length);
        foreach (var parameter in method.Parameters)
        {
            parameters.Add(SignatureParameter.Of(parameter, inConstructor));
        }

        return parameters.MoveToImmutable();
    }
}

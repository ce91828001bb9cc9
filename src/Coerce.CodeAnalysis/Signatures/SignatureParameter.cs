using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>A parameter and what stands for it when the runtime makes the call.</summary>
internal readonly struct SignatureParameter(IParameterSymbol symbol, ParameterRole role)
{
    public IParameterSymbol Symbol { get; } = symbol;

    public ParameterRole Role { get; } = role;

    public bool IsMessage => Role == ParameterRole.Message;

    /// <summary>Constructors have no turn, so that a token is an ordinary part of the recipe there.</summary>
    public static SignatureParameter Of(IParameterSymbol parameter, bool inConstructor = false)
    {
        if (KnownAttributes.IsFromServices(parameter))
        {
            return new(parameter, ParameterRole.Service);
        }

        if (KnownTypes.IsActorContext(parameter.Type))
        {
            return new(parameter, ParameterRole.Context);
        }

        if (!inConstructor && KnownTypes.IsRequestScope(parameter.Type))
        {
            return new(parameter, ParameterRole.Scope);
        }

        return !inConstructor && KnownTypes.IsCancellationToken(parameter.Type)
            ? new(parameter, ParameterRole.CancellationToken)
            : new(parameter, ParameterRole.Message);
    }
}

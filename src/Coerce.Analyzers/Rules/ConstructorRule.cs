using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0007: <c>Props</c> has the parameters of the one constructor that it calls.</summary>
internal sealed class ConstructorRule() : ShapeRuleText(ShapeRule.Constructor)
{
    internal override Diagnostic? Describe(ActorShape shape, ShapeProblem problem)
    {
        var constructor = shape.Constructor;
        if (CompilerErrors.Explain(constructor.ParameterFault, constructor.FaultSubject))
        {
            return null;
        }

        return Diagnostic.Create(
            DiagnosticDescriptors.Constructor,
            SourceLocations.Of(problem.Subject, shape.Actor),
            constructor.Fault == ConstructorFault.Parameter
                ? WithFault(constructor.ParameterFault)
                : WithFault(constructor.Fault),
            shape.Actor.Name,
            Reason(constructor, shape.Actor));
    }

    private static string Reason(ConstructorShape constructor, INamedTypeSymbol actor) => constructor.Fault switch
    {
        ConstructorFault.Several => "it has several constructors, and Props stands for one; make the others private",
        ConstructorFault.AllPrivate => "its constructors are private; make one of them public or internal",
        ConstructorFault.RequiredMember =>
            $"'{constructor.FaultSubject!.Name}' is required, and Props has only the constructor's parameters; make it one of them, "
            + "or remove 'required'",
        _ => SignatureFaultText.Of(constructor.ParameterFault, constructor.FaultSubject!, actor),
    };
}

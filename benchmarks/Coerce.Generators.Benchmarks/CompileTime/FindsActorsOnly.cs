using Microsoft.CodeAnalysis;

namespace Coerce.Generators.Benchmarks.CompileTime;

/// <summary>Has the compiler find the actors and does nothing with them: what any generator pays that asks for an attribute.</summary>
internal sealed class FindsActorsOnly : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.SyntaxProvider.ForAttributeWithMetadataName("Coerce.ActorAttribute", static (_, _) => true, static (_, _) => 0),
        static (_, _) => { });
}

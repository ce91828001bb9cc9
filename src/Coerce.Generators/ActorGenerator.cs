using Microsoft.CodeAnalysis;

namespace Coerce.Generators;

/// <summary>Writes the ref, the recipe, the messages and the dispatcher of each <c>[Actor]</c>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ActorGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
    }
}

using System.Collections.Concurrent;
using System.Linq;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Coerce.Analyzers.Rules.Async.Cycles;

/// <summary>Of which actors there is one alone: each place that spawns them gives the same constant id.</summary>
internal sealed class Spawns
{
    private const string Many = "";

    private readonly ConcurrentDictionary<string, string> _ids = new();

    internal void Add(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.Name is not ("Spawn" or "SpawnAsync" or "SpawnPool" or "SpawnPoolAsync" or "Entity")
            || method.TypeArguments.Length != 1
            || method.TypeArguments[0] is not INamedTypeSymbol reference
            || KnownAttributes.ActorOf(reference) is not { } actor)
        {
            return;
        }

        var isOne = method.Name is "Spawn" or "SpawnAsync";
        var id = call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "id")?.Value.ConstantValue;
        var name = isOne && id is { HasValue: true, Value: string { Length: > 0 } constant } ? constant : Many;
        _ids.AddOrUpdate(AskKeys.Of(actor), name, (_, known) => known == name ? known : Many);
    }

    internal bool IsOnlyOne(string actor) => _ids.TryGetValue(actor, out var id) && id != Many;
}

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Coerce.Analyzers.Rules.Async.Cycles;

/// <summary>Reads what a member asks, calls and spawns.</summary>
internal sealed class MemberAskReader
{
    private readonly ImmutableArray<(string Asked, string Message, Location Location)>.Builder _asks =
        ImmutableArray.CreateBuilder<(string, string, Location)>();

    private readonly ImmutableArray<string>.Builder _calls = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<(string Actor, string Id)>.Builder _spawns = ImmutableArray.CreateBuilder<(string, string)>();

    private MemberAskReader()
    {
    }

    internal static MemberAsks Read(ISymbol member, IEnumerable<IOperation> bodies)
    {
        var reader = new MemberAskReader();
        var actor = ActorCode.ActorOf(member);
        foreach (var body in bodies)
        {
            foreach (var operation in body.DescendantsAndSelf())
            {
                if (operation is IInvocationOperation call)
                {
                    reader.AddSpawn(call);
                    if (actor is not null)
                    {
                        reader.Add(call, actor);
                    }
                }
            }
        }

        return reader.ToAsks(member, actor);
    }

    private MemberAsks ToAsks(ISymbol member, INamedTypeSymbol? actor)
    {
        if (_asks.Count == 0 && _calls.Count == 0)
        {
            return _spawns.Count == 0 ? MemberAsks.None : new() { Spawns = _spawns.ToImmutable() };
        }

        var method = (IMethodSymbol)member;
        var isTurn = KnownAttributes.IsCalledByRuntime(method) && !KnownAttributes.IsReentrant(method);
        return new()
        {
            Method = KeyOf(method),
            Actor = isTurn ? AskKeys.Of(actor!) : null,
            Handled = KnownAttributes.IsHandler(method) ? OwnHandlers.MessageOf(HandlerSignature.Of(method, actor!), actor!) : "",
            Asks = _asks.ToImmutable(),
            Calls = _calls.ToImmutable(),
            Spawns = _spawns.ToImmutable(),
        };
    }

    private void Add(IInvocationOperation call, INamedTypeSymbol actor)
    {
        var target = call.TargetMethod.OriginalDefinition;
        if (AskCalls.MayBeAsk(target.Name) && AskCalls.IsAsk(call.TargetMethod))
        {
            // An actor that asks itself has a rule of its own.
            if (AskUse.IsAwaited(call) && !AskSelfRule.IsOfSelf(call) && ActorCode.RunsInTurn(call))
            {
                _asks.Add(Ask(call));
            }
        }

        // What a local function does belongs to the member around it.
        else if (target.MethodKind != MethodKind.LocalFunction
            && SymbolEqualityComparer.Default.Equals(ActorCode.ActorOf(target), actor)
            && ActorCode.RunsInTurn(call))
        {
            _calls.Add(KeyOf(target));
        }
    }

    private void AddSpawn(IInvocationOperation call)
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
        _spawns.Add((AskKeys.Of(actor), isOne && id is { HasValue: true, Value: string { Length: > 0 } constant } ? constant : ""));
    }

    private static (string Asked, string Message, Location Location) Ask(IInvocationOperation call)
    {
        var ask = call.TargetMethod;
        var location = OperationNames.Locate(call);
        if (KnownAttributes.ActorOf(ask.ContainingType) is not { } actor)
        {
            return ("", AskKeys.Of(Sent(call) ?? ask.Parameters[0].Type), location);
        }

        var asked = AskKeys.Of(actor);
        return AskCalls.IsMethodStyle(ask)
            ? (asked, AskKeys.OfMethod(asked, WellKnownNames.WithoutAsync(ask.Name)), location)
            : (asked, AskKeys.Of(ask.Parameters[0].Type), location);
    }

    // What a protocol asks for is "any request"; what is sent says which.
    private static ITypeSymbol? Sent(IInvocationOperation call)
    {
        var value = call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0)?.Value;
        while (value is IConversionOperation { Operand: var operand })
        {
            value = operand;
        }

        return value?.Type;
    }

    private static string KeyOf(IMethodSymbol method) => method.GetDocumentationCommentId() ?? "";
}

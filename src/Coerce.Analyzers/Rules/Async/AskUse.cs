using System.Linq;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Coerce.Analyzers.Rules.Async;

/// <summary>What becomes of the reply to an ask.</summary>
internal static class AskUse
{
    /// <summary>Whether the function waits for it: with <c>await</c>, or by returning what its own caller waits for.</summary>
    internal static bool IsAwaited(IOperation reply)
    {
        while (true)
        {
            switch (reply.Parent)
            {
                case IAwaitOperation or IReturnOperation:
                    return true;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                    return IsAwaitedLater(local, reply);
                case IInvocationOperation { TargetMethod.Name: var name } call when AskCalls.IsSameReply(name):
                    reply = call;
                    break;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "WhenAll", ContainingType.Name: "Task" } } all }:
                    reply = all;
                    break;
                case IConversionOperation or IParenthesizedOperation or IConditionalAccessOperation or IArrayInitializerOperation
                    or IArrayCreationOperation or ICollectionExpressionOperation or IConditionalOperation or ICoalesceOperation:
                    reply = reply.Parent;
                    break;
                default:
                    return false;
            }
        }
    }

    private static bool IsAwaitedLater(ILocalSymbol local, IOperation declaration)
        => ActorCode.Root(declaration).Descendants().OfType<ILocalReferenceOperation>().Any(reference =>
            SymbolEqualityComparer.Default.Equals(reference.Local, local) && reference.Parent is not IVariableInitializerOperation && IsAwaited(reference));
}

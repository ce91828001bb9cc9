using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Coerce.Contracts.Tests;

/// <summary>The messages as protobuf's own classes have them.</summary>
internal static class Peer
{
    public static IReadOnlyDictionary<string, MessageDescriptor> Messages { get; } = All(global::Peer.ContractsReflection.Descriptor.MessageTypes)
        .ToDictionary(static message => message.FullName, StringComparer.Ordinal);

    public static MessageDescriptor Of(Contract contract) => Messages[contract.Name];

    private static IEnumerable<MessageDescriptor> All(IEnumerable<MessageDescriptor> messages)
        => messages.SelectMany(static message => All(message.NestedTypes).Prepend(message));
}

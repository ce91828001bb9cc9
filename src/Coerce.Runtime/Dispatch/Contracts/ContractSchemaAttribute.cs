using System.ComponentModel;

namespace Coerce.Dispatch;

/// <summary>On an assembly: the schema of its contracts, as a proto file. Read by the analyzers, which compare it with <c>contracts.proto</c>, and by
/// tools.</summary>
/// <param name="text">The text of the proto file.</param>
[AttributeUsage(AttributeTargets.Assembly)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ContractSchemaAttribute(string text) : Attribute
{
    /// <summary>The text of the proto file.</summary>
    public string Text { get; } = text;
}

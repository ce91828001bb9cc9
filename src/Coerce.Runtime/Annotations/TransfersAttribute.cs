namespace Coerce;

/// <summary>Hands an object over: whoever sends it does not touch it again, so that it need not be immutable.</summary>
/// <remarks>On a parameter of a handler, on a parameter, property or field of a message, or on a type of message as a whole. The build
/// checks the methods that send (COERCE0206).</remarks>
/// <example>
/// <code>
/// [Handles] int Index([Transfers] List&lt;string&gt; words) => ...;
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Class | AttributeTargets.Struct,
    Inherited = false)]
public sealed class TransfersAttribute : Attribute;

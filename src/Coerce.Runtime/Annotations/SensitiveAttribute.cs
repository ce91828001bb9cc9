namespace Coerce;

/// <summary>Marks what must not be shown: logs, dead letters, the dashboard and the JSON of a contract have <c>"***"</c> in its place.</summary>
/// <remarks>It travels as any other member does: masking is for eyes, not for the wire.</remarks>
/// <example><code>public sealed record SignIn(string User, [property: Sensitive] string Password);</code></example>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class SensitiveAttribute : Attribute;

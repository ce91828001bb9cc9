namespace Coerce.CodeAnalysis.Contracts;

/// <summary>How many values a field has.</summary>
internal enum SchemaLabel
{
    /// <summary>One, which the wire leaves out while it is the default.</summary>
    Singular,

    /// <summary>One or none.</summary>
    Optional,

    Repeated,
    Map,
}

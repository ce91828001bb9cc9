using Coerce.CodeAnalysis;

namespace Coerce.Generators.Model;

/// <summary>All that is known of a message that can leave the process: texts and enums only.</summary>
/// <param name="Type">The type in C#.</param>
/// <param name="Namespace">The namespace of the generated code.</param>
/// <param name="Codec">The name of the generated type: <c>OrderContract</c>.</param>
/// <param name="IsPublic">Whether other assemblies may use it.</param>
/// <param name="Message">The message within its package: <c>Order.Line</c>.</param>
/// <param name="Form">What it is made of.</param>
/// <param name="IsOpen">Whether a value may be of a type that derives from it.</param>
/// <param name="IsReference">Whether a value is a reference.</param>
/// <param name="IsBare">The value itself is the one member: a reply that is no message.</param>
/// <param name="IsTuple">Whether a value is made with parentheses alone.</param>
/// <param name="Members">The members of a record.</param>
/// <param name="Cases">The cases of a hierarchy.</param>
/// <param name="Converter">The converter, by its full name.</param>
/// <param name="Data">What the converter makes of a value.</param>
internal sealed record ContractModel(
    TypeText Type,
    string Namespace,
    string Codec,
    bool IsPublic,
    string Message,
    ContractForm Form,
    bool IsOpen,
    bool IsReference,
    bool IsBare,
    bool IsTuple,
    EquatableArray<ContractMemberModel> Members,
    EquatableArray<ContractCaseModel> Cases,
    string? Converter,
    WireModel? Data)
{
    /// <summary>The actor that it is made for; null for a type of the user's.</summary>
    internal string? Actor { get; init; }

    /// <summary>The generated type by its full name.</summary>
    internal string FullCodec => "global::" + Identifiers.EscapePath(Namespace) + "." + Identifiers.Escape(Codec);

    /// <summary>The generated file without its suffix.</summary>
    internal string HintName => Namespace + "." + Codec + (Copy == 0 ? "" : "_" + Copy.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Which one it is of those whose names differ in case alone, which is no difference between files; 0 for the first.</summary>
    internal int Copy { get; init; }

    internal ContractModel? Resolve(GeneratedTypes types)
    {
        ContractModel resolved = this with
        {
            Type = Type.Resolve(types, Reach.AsRef),
            Members = Members.Select(member => member.Resolve(types)).ToEquatableArray(),
            Data = Data?.Resolve(types),
        };

        // The compiler has told the user of names that mean nothing.
        return resolved.Type.IsResolved && resolved.Members.All(member => member.IsResolved) ? resolved : null;
    }
}

/// <summary>A member of a message.</summary>
/// <param name="Property">The name in C#, as an identifier.</param>
/// <param name="Field">The name on the wire.</param>
/// <param name="Type">The type in C#.</param>
/// <param name="Label">How often it is there.</param>
/// <param name="Collection">What a list or a map is in C#.</param>
/// <param name="Item">The value, or that of the list or map.</param>
/// <param name="Key">The key of a map.</param>
/// <param name="IsReference">Whether it may be null though it must not.</param>
/// <param name="Parameter">Which parameter of the constructor takes it; -1 where it is set.</param>
/// <param name="IsSensitive">Whether it is not for eyes.</param>
internal sealed record ContractMemberModel(
    string Property,
    string Field,
    TypeText Type,
    MemberLabel Label,
    CollectionForm Collection,
    WireModel Item,
    WireModel? Key,
    bool IsReference,
    int Parameter,
    bool IsSensitive)
{
    internal bool IsResolved => Type.IsResolved && Item.Type.IsResolved;

    internal ContractMemberModel Resolve(GeneratedTypes types)
        => this with { Type = Type.Resolve(types, Reach.AsRef), Item = Item.Resolve(types) };
}

/// <summary>A case of a hierarchy.</summary>
/// <param name="Field">Its name on the wire.</param>
/// <param name="Item">The case.</param>
internal sealed record ContractCaseModel(string Field, WireModel Item);

/// <summary>One value in a field.</summary>
/// <param name="Form">How it lies there.</param>
/// <param name="Type">The type in C#, not nullable.</param>
/// <param name="Codec">Of a message: the generated type by its full name.</param>
/// <param name="Message">Of a message or an enum: its name on the wire, within the package, or whole when it is that of another.</param>
/// <param name="Import">The file that declares it; empty for this one.</param>
/// <param name="IsWide">Of an enum: whether it has room for numbers beyond 32 bits.</param>
/// <param name="IsValueType">Whether the type is a struct.</param>
/// <param name="IsPackable">Whether many of them can lie one after another.</param>
internal sealed record WireModel(
    WireForm Form, TypeText Type, string Codec, string Message, string Import, bool IsWide, bool IsValueType, bool IsPackable)
{
    internal WireModel Resolve(GeneratedTypes types) => Type.IsResolved ? this : this with { Type = Type.Resolve(types, Reach.AsRef) };
}

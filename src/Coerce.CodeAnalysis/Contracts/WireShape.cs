using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>One value in a field: its type and how it lies there, or why it cannot.</summary>
internal readonly struct WireShape
{
    public WireShape(WireForm form, ITypeSymbol type, ContractFaultKind fault = ContractFaultKind.None)
    {
        Form = form;
        Type = type;
        Fault = fault;
    }

    public WireForm Form { get; }

    /// <summary>The type, not nullable.</summary>
    public ITypeSymbol Type { get; }

    public ContractFaultKind Fault { get; }

    /// <summary>Whether many of them can lie one after another without tags.</summary>
    public bool IsPackable => Form is >= WireForm.Bool and <= WireForm.Date or WireForm.Enum;

    /// <summary>Whether protobuf takes it as the key of a map.</summary>
    public bool CanBeKey => Form is >= WireForm.Bool and <= WireForm.UInt64 or >= WireForm.SByte and <= WireForm.Char or WireForm.String or WireForm.Enum;

    /// <summary>Whether it is a message of its own on the wire.</summary>
    public bool IsMessage => Form is WireForm.Timestamp or WireForm.Duration or WireForm.Time or WireForm.Decimal or WireForm.Ref or WireForm.ProtocolRef or WireForm.Message;
}

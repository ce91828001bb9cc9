namespace Coerce.Benchmarks.Suite.Cases;

internal readonly record struct Message00(int Amount);

internal readonly record struct Message01(int Amount);

internal readonly record struct Message02(int Amount);

internal readonly record struct Message03(int Amount);

internal readonly record struct Message04(int Amount);

internal readonly record struct Message05(int Amount);

internal readonly record struct Message06(int Amount);

internal readonly record struct Message07(int Amount);

internal readonly record struct Message08(int Amount);

internal readonly record struct Message09(int Amount);

internal readonly record struct Message10(int Amount);

internal readonly record struct Message11(int Amount);

internal readonly record struct Message12(int Amount);

internal readonly record struct Message13(int Amount);

internal readonly record struct Message14(int Amount);

internal readonly record struct Message15(int Amount);

internal readonly record struct Message16(int Amount);

internal readonly record struct Message17(int Amount);

internal readonly record struct Message18(int Amount);

internal readonly record struct Message19(int Amount);

internal readonly record struct Message20(int Amount);

internal readonly record struct Message21(int Amount);

internal readonly record struct Message22(int Amount);

internal readonly record struct Message23(int Amount);

internal readonly record struct Message24(int Amount);

internal readonly record struct Message25(int Amount);

internal readonly record struct Message26(int Amount);

internal readonly record struct Message27(int Amount);

internal readonly record struct Message28(int Amount);

internal readonly record struct Message29(int Amount);

internal readonly record struct Message30(int Amount);

internal readonly record struct Message31(int Amount);

internal readonly record struct Message32(int Amount);

internal readonly record struct Message33(int Amount);

internal readonly record struct Message34(int Amount);

internal readonly record struct Message35(int Amount);

internal readonly record struct Message36(int Amount);

internal readonly record struct Message37(int Amount);

internal readonly record struct Message38(int Amount);

internal readonly record struct Message39(int Amount);

internal readonly record struct Message40(int Amount);

internal readonly record struct Message41(int Amount);

internal readonly record struct Message42(int Amount);

internal readonly record struct Message43(int Amount);

internal readonly record struct Message44(int Amount);

internal readonly record struct Message45(int Amount);

internal readonly record struct Message46(int Amount);

internal readonly record struct Message47(int Amount);

internal readonly record struct Message48(int Amount);

internal readonly record struct Message49(int Amount);

internal readonly record struct Message50(int Amount);

internal readonly record struct Message51(int Amount);

internal readonly record struct Message52(int Amount);

internal readonly record struct Message53(int Amount);

internal readonly record struct Message54(int Amount);

internal readonly record struct Message55(int Amount);

internal readonly record struct Message56(int Amount);

internal readonly record struct Message57(int Amount);

internal readonly record struct Message58(int Amount);

internal readonly record struct Message59(int Amount);

internal readonly record struct Message60(int Amount);

internal readonly record struct Message61(int Amount);

internal readonly record struct Message62(int Amount);

internal readonly record struct Message63(int Amount);

/// <summary>An actor with one handler.</summary>
[Actor]
internal sealed partial class Narrow
{
    private int _count;

    [Handles] int On(Message00 message) => _count += message.Amount;
}

/// <summary>An actor with 64 handlers that do the same.</summary>
[Actor]
internal sealed partial class Wide
{
    private int _count;

    [Handles] int On(Message00 message) => _count += message.Amount;

    [Handles] int On(Message01 message) => _count += message.Amount;

    [Handles] int On(Message02 message) => _count += message.Amount;

    [Handles] int On(Message03 message) => _count += message.Amount;

    [Handles] int On(Message04 message) => _count += message.Amount;

    [Handles] int On(Message05 message) => _count += message.Amount;

    [Handles] int On(Message06 message) => _count += message.Amount;

    [Handles] int On(Message07 message) => _count += message.Amount;

    [Handles] int On(Message08 message) => _count += message.Amount;

    [Handles] int On(Message09 message) => _count += message.Amount;

    [Handles] int On(Message10 message) => _count += message.Amount;

    [Handles] int On(Message11 message) => _count += message.Amount;

    [Handles] int On(Message12 message) => _count += message.Amount;

    [Handles] int On(Message13 message) => _count += message.Amount;

    [Handles] int On(Message14 message) => _count += message.Amount;

    [Handles] int On(Message15 message) => _count += message.Amount;

    [Handles] int On(Message16 message) => _count += message.Amount;

    [Handles] int On(Message17 message) => _count += message.Amount;

    [Handles] int On(Message18 message) => _count += message.Amount;

    [Handles] int On(Message19 message) => _count += message.Amount;

    [Handles] int On(Message20 message) => _count += message.Amount;

    [Handles] int On(Message21 message) => _count += message.Amount;

    [Handles] int On(Message22 message) => _count += message.Amount;

    [Handles] int On(Message23 message) => _count += message.Amount;

    [Handles] int On(Message24 message) => _count += message.Amount;

    [Handles] int On(Message25 message) => _count += message.Amount;

    [Handles] int On(Message26 message) => _count += message.Amount;

    [Handles] int On(Message27 message) => _count += message.Amount;

    [Handles] int On(Message28 message) => _count += message.Amount;

    [Handles] int On(Message29 message) => _count += message.Amount;

    [Handles] int On(Message30 message) => _count += message.Amount;

    [Handles] int On(Message31 message) => _count += message.Amount;

    [Handles] int On(Message32 message) => _count += message.Amount;

    [Handles] int On(Message33 message) => _count += message.Amount;

    [Handles] int On(Message34 message) => _count += message.Amount;

    [Handles] int On(Message35 message) => _count += message.Amount;

    [Handles] int On(Message36 message) => _count += message.Amount;

    [Handles] int On(Message37 message) => _count += message.Amount;

    [Handles] int On(Message38 message) => _count += message.Amount;

    [Handles] int On(Message39 message) => _count += message.Amount;

    [Handles] int On(Message40 message) => _count += message.Amount;

    [Handles] int On(Message41 message) => _count += message.Amount;

    [Handles] int On(Message42 message) => _count += message.Amount;

    [Handles] int On(Message43 message) => _count += message.Amount;

    [Handles] int On(Message44 message) => _count += message.Amount;

    [Handles] int On(Message45 message) => _count += message.Amount;

    [Handles] int On(Message46 message) => _count += message.Amount;

    [Handles] int On(Message47 message) => _count += message.Amount;

    [Handles] int On(Message48 message) => _count += message.Amount;

    [Handles] int On(Message49 message) => _count += message.Amount;

    [Handles] int On(Message50 message) => _count += message.Amount;

    [Handles] int On(Message51 message) => _count += message.Amount;

    [Handles] int On(Message52 message) => _count += message.Amount;

    [Handles] int On(Message53 message) => _count += message.Amount;

    [Handles] int On(Message54 message) => _count += message.Amount;

    [Handles] int On(Message55 message) => _count += message.Amount;

    [Handles] int On(Message56 message) => _count += message.Amount;

    [Handles] int On(Message57 message) => _count += message.Amount;

    [Handles] int On(Message58 message) => _count += message.Amount;

    [Handles] int On(Message59 message) => _count += message.Amount;

    [Handles] int On(Message60 message) => _count += message.Amount;

    [Handles] int On(Message61 message) => _count += message.Amount;

    [Handles] int On(Message62 message) => _count += message.Amount;

    [Handles] int On(Message63 message) => _count += message.Amount;
}

using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>The named arguments of <c>[Actor]</c>, and those of them that cannot work.</summary>
internal sealed class SettingsShape
{
    public const string OnFailure = nameof(OnFailure);
    public const string MaxRestarts = nameof(MaxRestarts);
    public const string RestartWindowMilliseconds = nameof(RestartWindowMilliseconds);
    public const string BackoffMilliseconds = nameof(BackoffMilliseconds);
    public const string MaxBackoffMilliseconds = nameof(MaxBackoffMilliseconds);
    public const string BackoffJitter = nameof(BackoffJitter);
    public const string MailboxCapacity = nameof(MailboxCapacity);
    public const string WhenFull = nameof(WhenFull);

    public const string StashCapacity = nameof(StashCapacity);

    public const string Restart = nameof(Restart);

    private readonly ImmutableArray<KeyValuePair<string, TypedConstant>> _arguments;

    private readonly bool _hasBehaviors;

    private SettingsShape(ImmutableArray<KeyValuePair<string, TypedConstant>> arguments, bool hasBehaviors)
    {
        _hasBehaviors = hasBehaviors;
        _arguments = arguments;
        Faults = FindFaults();
    }

    /// <summary>The arguments that cannot work, by name.</summary>
    public ImmutableArray<(string Argument, SettingsFault Fault)> Faults { get; }

    /// <summary>Whether the attribute says nothing beside the name, the protocol and where it is.</summary>
    public bool IsEmpty => _arguments.IsEmpty;

    public static SettingsShape Of(AttributeData? attribute, bool hasBehaviors)
    {
        var arguments = attribute?.NamedArguments ?? ImmutableArray<KeyValuePair<string, TypedConstant>>.Empty;
        return new(arguments.RemoveAll(static argument => argument.Key is WellKnownNames.Protocol or WellKnownNames.Local), hasBehaviors);
    }

    /// <summary>The value of an argument; null when it is not given, or no constant.</summary>
    public object? Value(string argument) => Find(argument) is { Kind: not TypedConstantKind.Error } found ? found.Value : null;

    /// <summary>The member of the enum that an argument has; null when it has none.</summary>
    public string? Member(string argument)
    {
        if (Find(argument) is not { Kind: TypedConstantKind.Enum, Type: { } type, Value: { } value })
        {
            return null;
        }

        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true } field && value.Equals(field.ConstantValue))
            {
                return field.Name;
            }
        }

        return null;
    }

    private TypedConstant? Find(string argument)
    {
        foreach (var pair in _arguments)
        {
            if (pair.Key == argument)
            {
                return pair.Value;
            }
        }

        return null;
    }

    private ImmutableArray<(string Argument, SettingsFault Fault)> FindFaults()
    {
        var faults = ImmutableArray.CreateBuilder<(string, SettingsFault)>();
        foreach (var pair in _arguments)
        {
            if (FaultOf(pair.Key) is { } fault)
            {
                faults.Add((pair.Key, fault));
            }
        }

        return faults.ToImmutable();
    }

    // What is no constant, or out of range, has an error of its own.
    private bool IsBounded(string capacity)
        => Find(capacity) is not null && Value(capacity) is not 0 && (capacity, Value(capacity)) is not (StashCapacity, -1);

    private SettingsFault? FaultOf(string argument) => (argument, Value(argument)) switch
    {
        (OnFailure or WhenFull, not null) when Member(argument) is null => SettingsFault.NotAMember,
        (MaxRestarts or BackoffMilliseconds or MaxBackoffMilliseconds or MailboxCapacity, < 0) => SettingsFault.Negative,
        (StashCapacity, < -1) => SettingsFault.Negative,
        (StashCapacity, not null) when !_hasBehaviors => SettingsFault.WithoutBehaviors,
        (RestartWindowMilliseconds, <= 0) => SettingsFault.NotPositive,
        (BackoffJitter, double and not (>= 0 and <= 1)) => SettingsFault.NotAShare,
        (MaxRestarts or RestartWindowMilliseconds or BackoffMilliseconds or MaxBackoffMilliseconds or BackoffJitter, not null)
            when Find(OnFailure) is null || Member(OnFailure) is { } action && action != Restart => SettingsFault.WithoutRestart,
        (WhenFull, not null) when !IsBounded(MailboxCapacity) && !(_hasBehaviors && IsBounded(StashCapacity)) => SettingsFault.WithoutCapacity,
        _ => null,
    };
}

using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using Coerce.Dispatch;
using Google.Protobuf;

namespace Coerce;

/// <summary>How values of one type look outside of the process: a protobuf message.</summary>
/// <remarks>Thread-safe. <see cref="ActorSystem.Contracts"/> has those of a system.</remarks>
[DebuggerDisplay("{Name,nq} ({Type.Name,nq})")]
public abstract class Contract
{
    private protected Contract(string name, Type type)
    {
        Name = name;
        Type = type;
    }

    /// <summary>The full name of the message, such as <c>bank.Deposit</c>.</summary>
    public string Name { get; }

    /// <summary>The type of its values.</summary>
    public Type Type { get; }

    /// <summary>Whether the name stands for the type. That of a number, a text or a ref does not: several types have it.</summary>
    internal bool IsNamed => !Name.StartsWith("google.protobuf.", StringComparison.Ordinal) && Name != WireAddressContract.Name;

    /// <summary>The bytes of a value.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not of <see cref="Type"/>.</exception>
    /// <exception cref="ContractException">The value is beyond a limit, or has null where its type allows none.</exception>
    public abstract byte[] ToBytes(object value);

    /// <summary>The value that bytes stand for.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <exception cref="ContractException">They are no value of this contract, or beyond a limit.</exception>
    public abstract object ReadObject(ReadOnlySpan<byte> bytes);

    /// <summary>A value as JSON, for people: members marked <see cref="SensitiveAttribute"/> are masked.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not of <see cref="Type"/>.</exception>
    public abstract string ToJson(object value);

    /// <inheritdoc/>
    public sealed override string ToString() => Name;

    internal abstract Contract For(ActorSystem? system, ContractScope scope);

    /// <summary>Writes the value that lies with the thread, and takes it away from there.</summary>
    internal abstract void WriteFields(ref WriteContext output, ContractThread thread);
}

/// <summary>How values of <typeparamref name="T"/> look outside of the process.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <example>
/// <code>
/// Contract&lt;Deposit&gt; contract = system.Contracts.Of&lt;Deposit&gt;();
/// byte[] bytes = contract.ToBytes(new Deposit(40));
/// Deposit deposit = contract.Read(bytes);
/// </code>
/// </example>
public abstract class Contract<T> : Contract
    where T : notnull
{
    // Its scope does not keep it alive; a contract does.
    private readonly ActorSystem? _system;

    private protected Contract(string name, ActorSystem? system, ContractScope scope)
        : base(name, typeof(T))
    {
        _system = system;
        Scope = scope;
    }

    /// <summary>What is taken, and sent.</summary>
    public ContractLimits Limits => Scope.Limits;

    private protected ContractScope Scope { get; }

    /// <summary>How many bytes a value has.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ContractException">The value is beyond a limit, or has null where its type allows none.</exception>
    public abstract int Size(T value);

    /// <summary>Appends a value to <paramref name="output"/>. Allocates nothing but what <paramref name="output"/> does.</summary>
    /// <param name="value">The value.</param>
    /// <param name="output">Where to.</param>
    /// <exception cref="ContractException">The value is beyond a limit, or has null where its type allows none. Nothing has been written.</exception>
    public abstract void Write(T value, IBufferWriter<byte> output);

    /// <summary>Writes a value into <paramref name="output"/>. Allocates nothing.</summary>
    /// <param name="value">The value.</param>
    /// <param name="output">Where to; it may be longer than the value.</param>
    /// <returns>How many bytes were written.</returns>
    /// <exception cref="ArgumentException"><paramref name="output"/> is shorter than <see cref="Size"/>.</exception>
    /// <exception cref="ContractException">The value is beyond a limit, or has null where its type allows none.</exception>
    public abstract int Write(T value, Span<byte> output);

    /// <summary>The bytes of a value.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ContractException">The value is beyond a limit, or has null where its type allows none.</exception>
    public abstract byte[] ToBytes(T value);

    /// <summary>The value that bytes stand for. Allocates the value alone.</summary>
    /// <param name="bytes">The bytes; fields that the contract does not know are skipped.</param>
    /// <exception cref="ContractException">They are no value of this contract, or beyond a limit.</exception>
    public abstract T Read(ReadOnlySpan<byte> bytes);

    /// <inheritdoc cref="Read(ReadOnlySpan{byte})"/>
    public abstract T Read(in ReadOnlySequence<byte> bytes);

    /// <summary>Writes a value as JSON, for people: members marked <see cref="SensitiveAttribute"/> are masked.</summary>
    /// <param name="value">The value.</param>
    /// <param name="json">Where to.</param>
    public abstract void WriteJson(T value, Utf8JsonWriter json);

    /// <summary>A value as JSON, for people: members marked <see cref="SensitiveAttribute"/> are masked.</summary>
    /// <param name="value">The value.</param>
    public string ToJson(T value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer)) WriteJson(value, json);
        return global::System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <inheritdoc/>
    public sealed override byte[] ToBytes(object value) => ToBytes(Cast(value));

    /// <inheritdoc/>
    public sealed override object ReadObject(ReadOnlySpan<byte> bytes) => Read(bytes);

    /// <inheritdoc/>
    public sealed override string ToJson(object value) => ToJson(Cast(value));

    private T Cast(object value)
        => value is T typed
            ? typed
            : throw new ArgumentException($"{Name} is the contract of {Type}, and the value is {value?.GetType().ToString() ?? "null"}.", nameof(value));
}

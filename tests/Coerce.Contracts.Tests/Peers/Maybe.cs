using System.Text.Json;
using Coerce.Dispatch;
using Google.Protobuf;

namespace Coerce.Contracts.Tests;

internal interface IMaybe
{
    object? Value { get; }
}

/// <summary>A reply that may be null, as a value that is not.</summary>
internal readonly record struct Maybe<T>(T Value) : IMaybe
{
    object? IMaybe.Value => Value;
}

/// <summary>The contract of what is in it.</summary>
internal readonly struct MaybeContract<T, TContract> : IContract<Maybe<T>>
    where TContract : IContract<T>
{
    public static string Name => TContract.Name;

    public static int Size(Maybe<T> value) => TContract.Size(value.Value);

    public static int Walk(Maybe<T> value, ContractWalk walk) => TContract.Walk(value.Value, walk);

    public static void Write(ref WriteContext output, Maybe<T> value) => TContract.Write(ref output, value.Value);

    public static Maybe<T> Read(ref ParseContext input, ContractReader reader) => new(TContract.Read(ref input, reader));

    public static void Show(Utf8JsonWriter json, Maybe<T> value) => TContract.Show(json, value.Value);

    public static string FieldName(int number) => TContract.FieldName(number);
}

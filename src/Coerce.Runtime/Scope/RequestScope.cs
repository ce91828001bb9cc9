using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Coerce;

/// <summary>What travels with a message beside what it says: a tenant, a user, a correlation. One value of each type.</summary>
/// <remarks>
/// <para>Immutable and thread-safe. A handler that wants it takes a parameter of this type; its ref then has overloads that take a scope. A
/// message that was sent without one comes with <see cref="Empty"/>.</para>
/// <para>It is passed on by nobody but you: give it to the next <c>AskAsync</c> or <c>Tell</c>.</para>
/// </remarks>
/// <example>
/// <code>
/// RequestScope scope = RequestScope.Empty.With(new Tenant("a"));
/// await account.AskAsync(new Deposit(40), scope);
/// </code>
/// </example>
[DebuggerDisplay("{ToString(),nq}")]
public abstract class RequestScope
{
    private RequestScope()
    {
    }

    /// <summary>The scope with nothing in it.</summary>
    public static RequestScope Empty { get; } = new Nothing();

    /// <summary>The same scope with a value; one of the same type is replaced.</summary>
    /// <typeparam name="T">The type by which the value is found: the one that you write, not the one that the value happens to have.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>Another scope.</returns>
    public RequestScope With<T>(T value)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(value);
        return new Entry<T>(value, Without<T>());
    }

    /// <summary>The same scope without the value of a type.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <returns>Another scope; the same one when there is no such value.</returns>
    public RequestScope Without<T>()
        where T : notnull => TryGet<T>(out _) ? Remove<T>() : this;

    /// <summary>The value of a type.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public T Get<T>()
        where T : notnull => TryGet<T>(out T? value)
            ? value
            : throw new InvalidOperationException(
                $"The request scope has no {typeof(T)}, only: {this}. Whoever sends the message must pass a scope on, or add the value by With.");

    /// <summary>The value of a type, if there is one.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>False when there is none.</returns>
    public bool TryGet<T>([NotNullWhen(true)] out T? value)
        where T : notnull
    {
        for (RequestScope scope = this; scope is not Nothing; scope = scope.Rest)
        {
            if (scope is not Entry<T> entry) continue;
            value = entry.Value;
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>The values, the youngest first, for people.</summary>
    public sealed override string ToString()
    {
        List<string> values = [];
        for (RequestScope scope = this; scope is not Nothing; scope = scope.Rest) values.Add(scope.Text);
        return values.Count == 0 ? "nothing" : string.Join(", ", values);
    }

    private protected abstract RequestScope Rest { get; }

    private protected abstract string Text { get; }

    private protected abstract RequestScope Remove<T>()
        where T : notnull;

    private sealed class Nothing : RequestScope
    {
        private protected override RequestScope Rest => this;

        private protected override string Text => "";

        private protected override RequestScope Remove<T>() => this;
    }

    private sealed class Entry<TValue>(TValue value, RequestScope rest) : RequestScope
        where TValue : notnull
    {
        public TValue Value => value;

        private protected override RequestScope Rest => rest;

        private protected override string Text => $"{typeof(TValue).Name} = {value}";

        // There is one of a type at most, so what lies behind it stays as it is.
        private protected override RequestScope Remove<T>() => typeof(T) == typeof(TValue) ? rest : new Entry<TValue>(value, rest.Remove<T>());
    }
}

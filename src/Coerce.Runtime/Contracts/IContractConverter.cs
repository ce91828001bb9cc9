namespace Coerce;

/// <summary>Turns values of a type that has no contract into values of one that has, and back.</summary>
/// <typeparam name="T">The type that cannot travel itself.</typeparam>
/// <typeparam name="TData">The type that travels for it: a record, or any other type that a contract's member may have.</typeparam>
/// <example>
/// <code>
/// [assembly: Contract(typeof(Version), Converter = typeof(VersionConverter))]
///
/// public sealed record VersionData(string Text);
///
/// public abstract class VersionConverter : IContractConverter&lt;Version, VersionData&gt;
/// {
///     public static VersionData ToData(Version value) => new(value.ToString());
///
///     public static Version FromData(VersionData data) => Version.Parse(data.Text);
/// }
/// </code>
/// </example>
public interface IContractConverter<T, TData>
{
    /// <summary>What travels for <paramref name="value"/>. Called twice for each time it is written: once for the size.</summary>
    /// <param name="value">The value.</param>
    static abstract TData ToData(T value);

    /// <summary>The value that <paramref name="data"/> stands for.</summary>
    /// <param name="data">What arrived: bytes from the network, so it may be anything that its type allows. What this throws becomes a
    /// <see cref="ContractException"/>.</param>
    static abstract T FromData(TData data);
}

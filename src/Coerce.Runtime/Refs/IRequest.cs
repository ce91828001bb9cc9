namespace Coerce;

/// <summary>A case of a protocol that has a reply.</summary>
/// <remarks>A case without it is handled and not answered.</remarks>
/// <example>
/// <code>
/// public abstract record BankCommand
/// {
///     public sealed record Deposit(uint Amount) : BankCommand, IRequest&lt;BankCommand, uint&gt;;
///     public sealed record Freeze(string Reason) : BankCommand;
/// }
/// </code>
/// </example>
/// <typeparam name="TProtocol">The protocol, or the part of it to which the case belongs.</typeparam>
/// <typeparam name="TReply">What every actor of the protocol replies.</typeparam>
public interface IRequest<out TProtocol, TReply>;

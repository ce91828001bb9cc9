namespace Coerce;

/// <summary>Marks a method of an actor that handles a message.</summary>
/// <remarks>
/// <para>A method named <c>On</c> (or <c>OnAsync</c>) takes its message as parameter:
/// <c>[Handles] uint On(Deposit message)</c>. For a method with any other name the message is generated from its
/// parameters, and the ref gets a method of that name: <c>[Handles] uint GetBalance()</c> becomes
/// <c>GetBalanceAsync()</c>.</para>
/// <para>What it returns is the reply: <c>void</c>, <c>T</c>, <see cref="Task"/>, <see cref="Task{TResult}"/>,
/// <see cref="ValueTask"/> or <see cref="ValueTask{TResult}"/>. It may also take an
/// <see cref="ActorContext{TRef}"/>, a <see cref="CancellationToken"/>, which is cancelled when the actor has to stop
/// before the turn has ended, and services marked <see cref="FromServicesAttribute"/>.</para>
/// <para>One message is handled at a time: an <c>await</c> inside the handler keeps the actor.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class HandlesAttribute : Attribute
{
    /// <summary>Lets other messages in at each <c>await</c> of the handler, still one thread at a time. False.</summary>
    /// <remarks>What the handler knew before an await may have changed after it. A handler that uses
    /// <c>ConfigureAwait(false)</c> leaves the actor's turns. A handler that returns no task has no await to let others in: the build says so (COERCE0010).</remarks>
    public bool Reentrant { get; set; }
}

namespace Coerce;

/// <summary>A child has failed. A parent with <c>[Handles] FailureAction On(ChildFailed message)</c> decides what becomes of
/// it.</summary>
/// <remarks>It goes ahead of the messages that wait at the parent. The child handles nothing until the parent has
/// decided. Where the answer is <see cref="FailureAction.Restart"/>, the child's own <see cref="Supervision"/> says how often and
/// after which wait.</remarks>
/// <param name="Child">The child.</param>
/// <param name="Failure">What its handler threw.</param>
/// <param name="Restarts">How often it was restarted within the window of its supervision.</param>
public sealed record ChildFailed(ActorRef Child, Exception Failure, int Restarts);

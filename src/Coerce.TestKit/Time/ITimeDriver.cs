namespace Coerce.TestKit;

/// <summary>Who runs what virtual time sets off. Without one, timers fire in the thread that moves the time.</summary>
internal interface ITimeDriver
{
    /// <summary>Runs everything that can run at this instant.</summary>
    void Settle();

    /// <summary>Who makes timers at this moment.</summary>
    object? TimerOwner { get; }

    /// <summary>Fires a timer, soon.</summary>
    void Fire(VirtualTimer timer, int version);
}

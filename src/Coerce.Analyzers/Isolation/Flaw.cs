namespace Coerce.Analyzers.Isolation;

/// <summary>Why several threads should not have a type in their hands.</summary>
internal enum Flaw
{
    /// <summary>An array, a list, or another type of the framework that is there to be changed.</summary>
    Collection,

    /// <summary>A property that can be set, or a field that can be assigned, at any time.</summary>
    Settable,

    /// <summary>It carries whatever it captured.</summary>
    Delegate,

    /// <summary><c>object</c> or <c>dynamic</c>: anything.</summary>
    Anything,

    /// <summary>A class of another assembly with a member that changes it, or an interface with one.</summary>
    Changeable,

    /// <summary>It calls back whoever subscribed, in whichever thread.</summary>
    Event,
}

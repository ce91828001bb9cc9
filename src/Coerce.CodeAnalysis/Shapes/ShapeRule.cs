namespace Coerce.CodeAnalysis;

/// <summary>The shape rules; the value is the number in the diagnostic's id.</summary>
internal enum ShapeRule
{
    NotPartial = 1,
    UnsupportedClass = 2,
    HandlerSignature = 3,
    DuplicateHandler = 4,
    HandlerOutsideActor = 5,
    NoHandler = 6,
    Constructor = 7,
    NameTaken = 8,
    LifecycleSignature = 9,
    EntityKey = 20,
    EntityParameter = 21,
    MessageLeft = 111,
    BehaviorClass = 112,
    InitialBehavior = 113,
    InitialConstructor = 114,
    Stashes = 115,
    HandlersDiffer = 116,
}

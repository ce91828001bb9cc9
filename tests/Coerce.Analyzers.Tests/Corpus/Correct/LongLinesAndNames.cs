namespace Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.Bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.Cccccccccccccccccccccccccccccccccccccccc;

public sealed record ThisIsAMessageWithAVeryLongNameThatNobodyWouldWriteButSomeGeneratorMight(int ThisIsAPropertyWithAVeryLongNameAsWell, IReadOnlyDictionary<string, IReadOnlyList<(int First, (string Inner, IReadOnlyCollection<IReadOnlySet<Guid?>?> Sets) Second)?>> Nested);

[Actor]
public sealed partial class ThisIsAnActorWithAVeryLongNameThatIsLongerThanAnyHintNameShouldEverBeButStillHasToWorkSomehow<TheFirstTypeParameterOfThisActor, TheSecondTypeParameterOfThisActor>(IReadOnlyDictionary<TheFirstTypeParameterOfThisActor, TheSecondTypeParameterOfThisActor> theOneAndOnlyParameterOfThisConstructor) where TheFirstTypeParameterOfThisActor : class, IComparable<TheFirstTypeParameterOfThisActor>, IEquatable<TheFirstTypeParameterOfThisActor> where TheSecondTypeParameterOfThisActor : struct, IComparable
{
    private int _handled;

    [Handles] IReadOnlyDictionary<string, IReadOnlyList<(int First, (string Inner, IReadOnlyCollection<IReadOnlySet<Guid?>?> Sets) Second)?>> On(ThisIsAMessageWithAVeryLongNameThatNobodyWouldWriteButSomeGeneratorMight message) => _handled++ == 0 ? message.Nested : new Dictionary<string, IReadOnlyList<(int First, (string Inner, IReadOnlyCollection<IReadOnlySet<Guid?>?> Sets) Second)?>>();

    [Handles] TheSecondTypeParameterOfThisActor? ThisIsAMethodStyleHandlerWithAVeryLongNameAndALongParameterList(TheFirstTypeParameterOfThisActor theFirstParameterOfTheMethod, TheSecondTypeParameterOfThisActor theSecondParameterOfTheMethod, IReadOnlyList<IReadOnlyList<IReadOnlyList<IReadOnlyList<TheSecondTypeParameterOfThisActor?>?>?>?>? theThirdParameterOfTheMethod = null) => theOneAndOnlyParameterOfThisConstructor.TryGetValue(theFirstParameterOfTheMethod, out TheSecondTypeParameterOfThisActor found) ? found : theThirdParameterOfTheMethod is null ? theSecondParameterOfTheMethod : null;
}

namespace Coerce.CodeAnalysis.Contracts;

internal sealed partial class SchemaComparison
{
    private void CompareServices()
    {
        foreach (var wanted in Wanted.Services)
        {
            if (Locked.Services.FirstOrDefault(service => service.Name == wanted.Name) is { } locked)
            {
                CompareMethods(locked, wanted);
            }
            else
            {
                OutOfDate(SchemaChangeKind.ServiceAdded, wanted.Name, null, "", wanted.Name, "An old peer does not know the actor, and asks it nothing.");
            }
        }

        foreach (string name in Locked.Services.Select(static service => service.Name).Except(Wanted.Services.Select(static service => service.Name)))
        {
            Breaking(SchemaChangeKind.ServiceRemoved, name, null, name, "", "The calls of an old peer fail: no actor is left to answer them.");
        }
    }

    private void CompareMethods(SchemaService locked, SchemaService wanted)
    {
        foreach (var (before, now) in new MethodPairs(_pairs, locked, wanted).All)
        {
            if (now is null)
            {
                Breaking(
                    SchemaChangeKind.MethodRemoved, wanted.Name, before!.Name, Text(before), "",
                    "The calls of an old peer fail: nothing handles the message any more.");
            }
            else if (before is null)
            {
                OutOfDate(SchemaChangeKind.MethodAdded, wanted.Name, now.Name, "", Text(now), "An old peer does not know it, and does not call it.");
            }
            else
            {
                CompareMethod(wanted.Name, before, now);
            }
        }
    }

    private void CompareMethod(string service, SchemaMethod before, SchemaMethod now)
    {
        bool isSameInput = _pairs.NewType(before.Input) == now.Input;
        if (!isSameInput)
        {
            Breaking(
                SchemaChangeKind.InputChanged, service, before.Name, before.Input, now.Input,
                "An old peer sends the old message, which nothing handles any more: its calls fail.");
        }
        else if (_pairs.NewType(before.Output) != now.Output)
        {
            Breaking(
                SchemaChangeKind.ReplyChanged, service, before.Name, before.Output, now.Output,
                "An old peer reads the reply as the old type: by its fields' numbers, or not at all.");
        }
        else if (before.IsStream != now.IsStream)
        {
            Breaking(
                SchemaChangeKind.StreamChanged, service, before.Name, Text(before), Text(now),
                now.IsStream ? "An old peer waits for one reply, and takes the first element for it."
                    : "An old peer waits for elements and for their end, and gets one reply.");
        }
        else if (before.Name != now.Name && !(_pairs.Locked.Local(before.Input) is { } input && _pairs.IsRenamed(input)))
        {
            OutOfDate(
                SchemaChangeKind.MethodRenamed, service, before.Name, before.Name, now.Name,
                "A call travels with the name of its message, not of its method: an old peer's calls are answered.");
        }
    }

    private static string Text(SchemaMethod method) => $"({method.Input}) returns ({(method.IsStream ? "stream " : "")}{method.Output})";
}

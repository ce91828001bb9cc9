using System.Globalization;

namespace Coerce.CodeAnalysis.Contracts;

/// <summary>Brings what C# declares into a form that protobuf allows.</summary>
internal static class WantedSchema
{
    /// <summary>
    /// The schema with a message around every nested type, a value with the number 0 first in every enum, and no name of a value twice in a
    /// scope.
    /// </summary>
    public static Schema Complete(Schema wanted)
    {
        var enums = wanted.Enums.Select(WithDefault).ToList();
        var messages = new Dictionary<string, SchemaMessage>(StringComparer.Ordinal);
        foreach (var message in wanted.Messages)
        {
            messages[message.Name] = message with { Fields = First(message.Fields, static field => field.Name) };
        }

        foreach (string name in messages.Keys.Concat(enums.Select(static one => one.Name)).ToList())
        {
            for (string scope = TypeNames.Outer(name); scope.Length > 0; scope = TypeNames.Outer(scope))
            {
                if (!messages.ContainsKey(scope))
                {
                    messages.Add(scope, new SchemaMessage(scope, default) { IsScope = true });
                }
            }
        }

        return wanted with
        {
            Imports = wanted.Imports.Distinct().OrderBy(static import => import, StringComparer.Ordinal).ToEquatableArray(),
            Messages = messages.Values.OrderBy(static message => message.Name, StringComparer.Ordinal).ToEquatableArray(),
            Enums = Distinct(enums.OrderBy(static one => one.Name, StringComparer.Ordinal)).ToEquatableArray(),
            Services = First(wanted.Services, static service => service.Name).OrderBy(static service => service.Name, StringComparer.Ordinal)
                .Select(static service => service with { Methods = First(service.Methods, static method => method.Name) }).ToEquatableArray(),
        };
    }

    private static EquatableArray<T> First<T>(IEnumerable<T> items, Func<T, string> name)
        where T : IEquatable<T>
        => items.GroupBy(name, StringComparer.Ordinal).Select(static group => group.First()).ToEquatableArray();

    private static SchemaEnum WithDefault(SchemaEnum declared)
    {
        var values = declared.Values.OrderBy(static value => value.Number == 0 ? 0 : 1).ToList();
        if (values.Count == 0 || values[0].Number != 0)
        {
            values.Insert(0, new SchemaEnumValue(
                Unique(ProtoNames.EnumPrefix(declared.Name) + "UNSPECIFIED", name => values.All(value => value.Name != name)), 0));
        }

        return declared with { Values = values.ToEquatableArray() };
    }

    // The values of all enums in a scope share it: an enum FooBar with a Baz and an enum Foo with a BarBaz would both have FOO_BAR_BAZ.
    private static IEnumerable<SchemaEnum> Distinct(IEnumerable<SchemaEnum> enums)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in enums)
        {
            string scope = TypeNames.Outer(one.Name) + ".";
            yield return one with
            {
                Values = one.Values.Select(value => value with { Name = Unique(value.Name, name => taken.Add(scope + name)) }).ToEquatableArray(),
            };
        }
    }

    private static string Unique(string name, Func<string, bool> isFree)
    {
        string unique = name;
        for (int i = 2; !isFree(unique); i++)
        {
            unique = name + "_" + i.ToString(CultureInfo.InvariantCulture);
        }

        return unique;
    }
}

using System.Collections.Concurrent;
using System.Reflection;
using Google.Protobuf.Reflection;

namespace Coerce.Contracts.Tests;

/// <summary>A member of a subject, found without the generator's help.</summary>
internal sealed record Member(string Name, Type Type, bool IsNullable, Func<object, object?> Get, Action<object, object?>? Set, int Parameter)
{
    private static readonly ConcurrentDictionary<Type, Member[]> Known = new();
    private static readonly ConcurrentDictionary<(Type, MessageDescriptor), FieldDescriptor[]> Matched = new();

    public static Member[] Of(Type type) => Known.GetOrAdd(type, Find);

    /// <summary>The fields of the members: by their names, or, where protobuf has not the letters, by their order.</summary>
    public static FieldDescriptor[] FieldsOf(Type type, MessageDescriptor message) => Matched.GetOrAdd((type, message), static pair =>
    {
        IList<FieldDescriptor> fields = pair.Item2.Fields.InFieldNumberOrder();
        Member[] members = Of(pair.Item1);
        Assert.Equal(members.Length, fields.Count);
        FieldDescriptor[] named = [.. members.SelectMany(member => fields.Where(field => Plain(field.Name) == Plain(member.Name)))];
        return named.Distinct().Count() == members.Length && named.Length == members.Length ? named : [.. fields];
    });

    public static ConstructorInfo ConstructorOf(Type type) => type.GetConstructors()
        .Where(constructor => constructor.GetParameters() is not [{ } copy] || copy.ParameterType != type)
        .MaxBy(static constructor => constructor.GetParameters().Length)!;

    private static Member[] Find(Type type)
    {
        ParameterInfo[] parameters = type.IsValueType && type.GetConstructors().Length == 0 ? [] : ConstructorOf(type).GetParameters();
        var nullability = new NullabilityInfoContext();
        const BindingFlags Flags = BindingFlags.Public | BindingFlags.Instance;
        IEnumerable<Member> properties = type.GetProperties(Flags).Where(static property => property.GetIndexParameters().Length == 0)
            .Select(property => new Member(
                property.Name,
                property.PropertyType,
                nullability.Create(property).ReadState == NullabilityState.Nullable,
                property.GetValue,
                property.CanWrite ? property.SetValue : null,
                IndexOf(property.Name)));
        IEnumerable<Member> fields = type.GetFields(Flags)
            .Select(field => new Member(field.Name, field.FieldType, false, field.GetValue, field.SetValue, IndexOf(field.Name)));
        return
        [
            .. properties.Concat(fields)
                .Where(static member => member.Parameter >= 0 || member.Set is not null)
                .OrderBy(static member => member.Parameter < 0 ? int.MaxValue : member.Parameter),
        ];

        int IndexOf(string name)
        {
            int exact = Array.FindIndex(parameters, parameter => parameter.Name == name);
            return exact >= 0 ? exact : Array.FindIndex(parameters, parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
}

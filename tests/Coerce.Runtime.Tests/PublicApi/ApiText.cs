using System.Reflection;
using System.Text;

namespace Coerce.Runtime.Tests.PublicApi;

/// <summary>The public and protected members of an assembly as text, in a fixed order.</summary>
internal static class ApiText
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (Type type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(type.Namespace).Append('.').Append(Name(type));
            string[] bases =
            [
                .. type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum) ? [Name(parent)] : Array.Empty<string>(),
                .. type.GetInterfaces().Where(face => face.IsPublic).Select(Name).Order(StringComparer.Ordinal),
            ];
            if (bases.Length > 0 && !type.IsEnum) text.Append(" : ").AppendJoin(", ", bases);
            text.Append('\n');
            foreach (string member in Members(type).Order(StringComparer.Ordinal)) text.Append("    ").Append(member).Append('\n');
        }

        return text.ToString();
    }

    private static string Kind(Type type)
    {
        if (type.IsEnum) return "enum";
        if (type.IsInterface) return "interface";
        if (type.IsValueType) return "struct";
        if (type.IsAbstract) return type.IsSealed ? "static class" : "abstract class";
        return type.IsSealed ? "sealed class" : "class";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue())}");

        return
        [
            .. type.GetConstructors(Declared).Where(Visible).Select(made => $"{Access(made)}.ctor({Parameters(made)})"),
            .. type.GetProperties(Declared).Where(property => property.GetAccessors(true).Any(Visible)).Select(Property),
            .. type.GetMethods(Declared).Where(method => Visible(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))).Select(Method),
            .. type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily).Select(field => $"{Name(field.FieldType)} {field.Name}"),
        ];
    }

    private static bool Visible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Access(MethodBase method) =>
        (method.IsPublic ? "" : "protected ") + (method.IsStatic ? "static " : "") +
        (method is { IsVirtual: true, IsFinal: false } && !method.DeclaringType!.IsInterface ? method.IsAbstract ? "abstract " : "virtual " : "");

    private static string Property(PropertyInfo property)
    {
        MethodInfo shown = property.GetAccessors(true).First(Visible);
        string accessors = string.Concat(
            property.GetMethod is { } get && Visible(get) ? " get;" : "", property.SetMethod is { } set && Visible(set) ? " set;" : "");
        return $"{Access(shown)}{Annotated(Nullability.Create(property))} {property.Name} {{{accessors} }}";
    }

    private static string Method(MethodInfo method) =>
        $"{Access(method)}{Annotated(Nullability.Create(method.ReturnParameter))} {method.Name}{Generics(method)}({Parameters(method)})";

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethod ? "<" + string.Join(", ", method.GetGenericArguments().Select(Name)) + ">" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        (parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "") +
        $"{Annotated(Nullability.Create(parameter))} {parameter.Name}" +
        (parameter.HasDefaultValue ? " = " + (parameter.DefaultValue ?? "default") : "")));

    private static string Annotated(NullabilityInfo info) =>
        Name(info.Type) + (!info.Type.IsValueType && info.ReadState == NullabilityState.Nullable ? "?" : "");

    private static string Name(Type type)
    {
        if (type.IsArray) return Name(type.GetElementType()!) + "[]";
        if (Nullable.GetUnderlyingType(type) is { } value) return Name(value) + "?";
        string name = type.IsNested && !type.IsGenericParameter ? Name(type.DeclaringType!) + "." + type.Name : type.Name;
        if (!type.IsGenericType) return name;
        return name[..name.IndexOf('`')] + "<" + string.Join(", ", type.GetGenericArguments().Select(Name)) + ">";
    }
}

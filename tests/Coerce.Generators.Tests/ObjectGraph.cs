using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace Coerce.Generators.Tests;

/// <summary>Walks all that an object holds.</summary>
internal static class ObjectGraph
{
    private static readonly Type[] Forbidden =
    [
        typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(Location), typeof(Compilation), typeof(SemanticModel),
        typeof(IOperation), typeof(SourceText), typeof(MetadataReference), typeof(SyntaxReference), typeof(AttributeData), typeof(Delegate),
    ];

    /// <param name="root">What is walked through.</param>
    /// <param name="path">What the root is, for whoever reads of a failure.</param>
    /// <param name="leaves">What it may hold all the same, and what is not looked into.</param>
    internal static void AssertPure(object? root, string path, params Type[] leaves)
        => Visit(root, path, leaves, new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static void Visit(object? value, string path, Type[] leaves, HashSet<object> seen)
    {
        if (value is null or string or Type || value.GetType().IsPrimitive || value.GetType().IsEnum) return;
        if (leaves.Any(leaf => leaf.IsInstanceOfType(value))) return;
        if (!value.GetType().IsValueType && !seen.Add(value)) return;

        foreach (Type type in Forbidden)
        {
            Assert.False(type.IsInstanceOfType(value), $"{path} holds a {value.GetType()}.");
        }

        if (value is IEnumerable items)
        {
            foreach (object? item in items)
            {
                Visit(item, path + "[]", leaves, seen);
            }
        }

        for (Type? type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Visit(field.GetValue(value), $"{path}.{field.Name}", leaves, seen);
            }
        }
    }
}

using System;
using System.Collections.Generic;

namespace Coerce.CodeAnalysis;

/// <summary>Names the properties of a generated message after the parameters of its handler.</summary>
internal sealed class PropertyNames
{
    private const string Suffix = "Value";

    // What a record struct has already.
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal)
    {
        "Equals", "ReferenceEquals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "PrintMembers",
        "Deconstruct",
    };

    /// <param name="messageName">The name of the message, which no property of it can have.</param>
    internal PropertyNames(string? messageName)
    {
        if (messageName is not null) _taken.Add(messageName);
    }

    internal string Next(string parameter)
    {
        string name = parameter.TrimStart('_');

        // Without its underscores "_1" would be no identifier, and "_" nothing at all.
        if (name.Length == 0 || char.IsDigit(name[0])) name = parameter;
        if (name.Length > 0) name = char.ToUpperInvariant(name[0]) + name.Substring(1);

        while (!_taken.Add(name))
        {
            name += Suffix;
        }

        return name;
    }
}

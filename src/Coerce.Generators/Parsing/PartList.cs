using Coerce.CodeAnalysis;
using Coerce.Generators.Model;

namespace Coerce.Generators.Parsing;

/// <summary>Collects the parts of a type's text; fixed neighbours become one.</summary>
internal sealed class PartList
{
    private readonly List<TypePart> _parts = [];

    internal bool IsEmpty => _parts.Count == 0;

    internal void Add(string text)
    {
        int last = _parts.Count - 1;
        if (last >= 0 && _parts[last].Text is { } before) _parts[last] = TypePart.Fixed(before + text);
        else _parts.Add(TypePart.Fixed(text));
    }

    internal void Add(TypePart part) => _parts.Add(part);

    internal EquatableArray<TypePart> ToEquatableArray() => _parts.ToEquatableArray();
}

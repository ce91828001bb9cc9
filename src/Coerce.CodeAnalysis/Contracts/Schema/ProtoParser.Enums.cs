namespace Coerce.CodeAnalysis.Contracts;

internal sealed partial class ProtoParser
{
    private bool ReadEnum(ProtoNode parent)
    {
        var node = Begin(ProtoNodeKind.Enum, parent);
        _cursor.Take();
        return Named(node, "enum") && ReadBody(node, "enum", ReadEnumMember)
            && (node.Of(ProtoNodeKind.EnumValue).Any()
                || _cursor.Report(node.Start, $"The enum {node.Name} has no value: write one with the number 0."));
    }

    private bool ReadEnumMember(ProtoNode node) => _cursor.Current.Kind != ProtoTokenKind.Identifier ? Unknown("a value")
        : _cursor.IsWord("option") ? ReadOption(node)
        : _cursor.IsWord("reserved") ? ReadReserved(node)
        : ReadEnumValue(node);

    private bool ReadEnumValue(ProtoNode parent)
    {
        var node = Begin(ProtoNodeKind.EnumValue, parent);
        if (!Named(node, "value") || !_cursor.Expect("=", $"behind {node.Name}, in front of its number")
            || !_cursor.ExpectInteger($"The number of {node.Name}", int.MinValue, int.MaxValue, out int number, out var range))
        {
            return false;
        }

        node.Number = number;
        node.NumberRange = range;
        return SkipOptions() && _cursor.Expect(";", $"behind {node.Name}") && End(node);
    }

    private bool ReadService(ProtoNode parent)
    {
        var node = Begin(ProtoNodeKind.Service, parent);
        _cursor.Take();
        return Named(node, "service") && ReadBody(node, "service", ReadServiceMember);
    }

    private bool ReadServiceMember(ProtoNode service) => _cursor.IsWord("option") ? ReadOption(service)
        : _cursor.IsWord("rpc") ? ReadMethod(service)
        : Unknown("an rpc");

    private bool ReadMethod(ProtoNode service)
    {
        var node = Begin(ProtoNodeKind.Method, service);
        _cursor.Take();
        if (!Named(node, "rpc") || !ReadMethodType(out string input, out bool isInputStream, out var inputRange))
        {
            return false;
        }

        if (!_cursor.AcceptWord("returns"))
        {
            return _cursor.Fail($"'returns' is missing behind the input of {node.Name}: write returns and the type of the reply.");
        }

        if (!ReadMethodType(out string output, out bool isOutputStream, out var outputRange))
        {
            return false;
        }

        (node.Type, node.InputIsStream, node.TypeRange) = (input, isInputStream, inputRange);
        (node.Output, node.OutputIsStream, node.OutputRange) = (output, isOutputStream, outputRange);
        return _cursor.Is("{")
            ? ReadBody(node, "rpc", rpc => _cursor.IsWord("option") ? ReadOption(rpc) : Unknown("an option"))
            : _cursor.Expect(";", $"behind {node.Name}") && End(node);
    }

    // The range is all that stands between the brackets, with the word stream.
    private bool ReadMethodType(out string type, out bool isStream, out TextRange range)
    {
        (type, isStream, range) = ("", false, default);
        if (!_cursor.Expect("(", "in front of a type of the rpc"))
        {
            return false;
        }

        int start = _cursor.Current.Start;
        isStream = _cursor.AcceptWord("stream");
        if (!_cursor.ExpectPath("The type", true, out type, out var path))
        {
            return false;
        }

        range = new TextRange(start, path.End);
        return _cursor.Expect(")", "behind the type");
    }
}

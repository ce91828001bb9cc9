namespace Coerce.CodeAnalysis.Contracts;

internal sealed partial class ProtoParser
{
    private bool ReadMessage(ProtoNode parent, int depth)
    {
        var node = Begin(ProtoNodeKind.Message, parent);
        _cursor.Take();
        return depth > ProtoLimits.MaxDepth
            ? _cursor.Report(node.Start, $"Messages are nested more than {ProtoLimits.MaxDepth} deep: move this one out of the others.")
            : Named(node, "message") && ReadBody(node, "message", message => ReadMessageMember(message, depth));
    }

    private bool ReadMessageMember(ProtoNode message, int depth)
    {
        if (_cursor.Current.Kind != ProtoTokenKind.Identifier && !_cursor.Is("."))
        {
            return Unknown("a field");
        }

        return _cursor.Current.Text switch
        {
            "message" => ReadMessage(message, depth + 1),
            "enum" => ReadEnum(message),
            "oneof" => ReadOneOf(message),
            "option" => ReadOption(message),
            "reserved" => ReadReserved(message),
            "extensions" => _cursor.Fail("proto3 has no extension ranges: write a field of type google.protobuf.Any instead."),
            "extend" => FailExtend(),
            "required" => _cursor.Fail("proto3 has no required fields: remove 'required'."),
            _ => ReadField(message),
        };
    }

    private bool ReadField(ProtoNode parent)
    {
        var node = Begin(ProtoNodeKind.Field, parent);
        bool isCase = parent.Kind == ProtoNodeKind.OneOf;
        if (_cursor.Current.Text is "optional" or "repeated" && _cursor.Current.Kind == ProtoTokenKind.Identifier)
        {
            if (isCase)
            {
                return _cursor.Fail($"A case of a oneof has no label: remove '{_cursor.Current.Text}'.");
            }

            node.Label = _cursor.Take().Text == "optional" ? SchemaLabel.Optional : SchemaLabel.Repeated;
        }

        if (_cursor.IsWord("group"))
        {
            return _cursor.Fail("proto3 has no groups: declare a message and a field of its type.");
        }

        bool isRead = _cursor.IsWord("map") && _cursor.IsBefore("<") ? ReadMapType(node, isCase) : ReadType(node);
        return isRead
            && Named(node, "field")
            && _cursor.Expect("=", $"behind the name of the field {node.Name}, in front of its number")
            && ReadFieldNumber(node)
            && SkipOptions()
            && _cursor.Expect(";", $"behind the field {node.Name}")
            && End(node);
    }

    private bool ReadFieldNumber(ProtoNode node)
    {
        if (!_cursor.ExpectInteger($"The number of the field {node.Name}", 1, ProtoLimits.MaxField, out int number, out var range))
        {
            return false;
        }

        node.Number = number;
        node.NumberRange = range;
        return number is < ProtoLimits.FirstOfProtobuf or > ProtoLimits.LastOfProtobuf || _cursor.Report(
            range.Start,
            $"The numbers from {ProtoLimits.FirstOfProtobuf} to {ProtoLimits.LastOfProtobuf} belong to protobuf itself: give {node.Name} another.");
    }

    private bool ReadType(ProtoNode node)
    {
        bool isRead = _cursor.ExpectPath("The type of the field", true, out string type, out var range);
        node.Type = type;
        node.TypeRange = range;
        return isRead;
    }

    private bool ReadMapType(ProtoNode node, bool isCase)
    {
        if (isCase || node.Label != SchemaLabel.Singular)
        {
            return _cursor.Fail("A map has no label and is no case of a oneof: write it as a field of its own.");
        }

        int start = _cursor.Take().Start;
        node.Label = SchemaLabel.Map;
        if (!_cursor.Accept("<") || !_cursor.ExpectName("The type of the keys", out var key))
        {
            return false;
        }

        if (!ProtoLimits.IsKeyType(key.Text))
        {
            return _cursor.Report(key.Start, $"The keys of a map are whole numbers, bool or string: '{key.Text}' is none of them.");
        }

        node.KeyType = key.Text;
        bool isRead = _cursor.Expect(",", "behind the type of the keys") && ReadType(node) && _cursor.Expect(">", "behind the type of the values");
        node.TypeRange = new TextRange(isRead ? node.TypeRange.Start : start, node.TypeRange.End);
        return isRead;
    }

    private bool ReadOneOf(ProtoNode message)
    {
        var node = Begin(ProtoNodeKind.OneOf, message);
        _cursor.Take();
        return Named(node, "oneof") && ReadBody(node, "oneof", ReadCase)
            && (node.Of(ProtoNodeKind.Field).Any() || _cursor.Report(node.Start, $"The oneof {node.Name} has no case: write one, or remove it."));
    }

    private bool ReadCase(ProtoNode oneOf) => _cursor.IsWord("option") ? ReadOption(oneOf)
        : _cursor.Current.Kind == ProtoTokenKind.Identifier || _cursor.Is(".") ? ReadField(oneOf)
        : Unknown("a field");

    private bool ReadReserved(ProtoNode parent)
    {
        int start = _cursor.Take().Start;
        bool isNames = _cursor.Current.Kind == ProtoTokenKind.String;
        if (_cursor.Current.Kind == ProtoTokenKind.Identifier)
        {
            return _cursor.Fail($"A reserved name stands in quotes: write reserved \"{_cursor.Current.Text}\";");
        }

        var node = new ProtoNode(isNames ? ProtoNodeKind.ReservedNames : ProtoNodeKind.ReservedNumbers, start, parent);
        do
        {
            if (!(isNames ? ReadReservedName(node) : ReadReservedNumbers(node, parent.Kind == ProtoNodeKind.Enum)))
            {
                return false;
            }
        }
        while (_cursor.Accept(","));
        return _cursor.Expect(";", "behind what is reserved") && End(node);
    }

    private bool ReadReservedName(ProtoNode node)
    {
        if (!_cursor.ExpectString("A reserved name", out string name, out var range))
        {
            return false;
        }

        node.Reserved.Add(new ProtoReserved(range, default, name));
        return true;
    }

    private bool ReadReservedNumbers(ProtoNode node, bool isEnum)
    {
        long min = isEnum ? int.MinValue : 1, max = isEnum ? int.MaxValue : ProtoLimits.MaxField;
        if (!_cursor.ExpectInteger("A reserved number", min, max, out int first, out var range))
        {
            return false;
        }

        int last = first;
        if (_cursor.AcceptWord("to"))
        {
            if (_cursor.AcceptWord("max"))
            {
                last = (int)max;
            }
            else if (!_cursor.ExpectInteger("The end of the reserved numbers", min, max, out last, out _))
            {
                return false;
            }
        }

        range = new TextRange(range.Start, _cursor.LastEnd);
        if (last < first)
        {
            return _cursor.Report(range.Start, $"These numbers end before they begin: write {last} to {first}.");
        }

        node.Reserved.Add(new ProtoReserved(range, new NumberRange(first, last), null));
        return true;
    }
}

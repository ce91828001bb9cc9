namespace Coerce.CodeAnalysis.Contracts;

internal sealed partial class SchemaEditor
{
    /// <summary>Edits the fields of one message.</summary>
    private sealed class MessageEditor
    {
        private readonly SchemaEditor _editor;
        private readonly ProtoNode _node;
        private readonly SchemaMessage _wanted;
        private readonly FieldPairs _fields;
        private readonly Dictionary<string, ProtoNode> _nodes;
        private readonly Dictionary<string, SchemaField> _targets;
        private readonly Dictionary<string, List<string>> _cases = new(StringComparer.Ordinal);
        private readonly List<string> _added = [];
        private readonly ReservedEditor _reserved;

        public MessageEditor(SchemaEditor editor, ProtoNode node, SchemaMessage locked, SchemaMessage wanted)
        {
            (_editor, _node, _wanted) = (editor, node, wanted);
            _fields = new FieldPairs(editor._pairs, locked, wanted);
            _nodes = node.Fields.ToDictionary(static field => field.Name, StringComparer.Ordinal);
            _targets = editor._writer.Numbered(wanted.Name).Fields.ToDictionary(static field => field.Name, StringComparer.Ordinal);
            _reserved = new ReservedEditor(editor._layout, node);
        }

        private ProtoLayout Layout => _editor._layout;

        public void Edit()
        {
            foreach (var pair in _fields.All)
            {
                if (pair.Wanted is null)
                {
                    Remove(pair.Locked!);
                }
                else if (pair.Locked is null)
                {
                    Add(pair.Wanted, _editor._writer.FieldLines(_wanted.Name, _targets[pair.Wanted.Name]));
                }
                else
                {
                    Change(_nodes[pair.Locked.Name], pair.Locked, _targets[pair.Wanted.Name], pair);
                }
            }

            EditOneOfs();
            AddTypes();
            Layout.Prepend(_node, _reserved.Write([], new HashSet<string>(_targets.Keys)));
            Layout.Append(_node, _added);
        }

        private bool Stays(string oneOf) => _fields.OneOfs.ContainsKey(oneOf);

        private void Remove(SchemaField field)
        {
            _reserved.AddNumber(field.Number);
            _reserved.AddName(field.Name);
            Delete(field);
        }

        // The cases of a oneof that goes as a whole go with it.
        private void Delete(SchemaField field)
        {
            if (field.OneOf is null || Stays(field.OneOf))
            {
                Layout.Delete(_nodes[field.Name]);
            }
        }

        private void Change(ProtoNode node, SchemaField locked, SchemaField target, FieldPair pair)
        {
            var difference = FieldDifference.Of(_editor._pairs, _fields, locked, pair.Wanted!);
            if (difference is { IsBreaking: true })
            {
                _reserved.AddNumber(locked.Number);
            }

            if (difference is { Kind: SchemaChangeKind.OneOfChanged })
            {
                Delete(locked);
                Add(target, Layout.Moved(node, _editor._writer.Field(_wanted.Name, target)));
                return;
            }

            if (difference is null)
            {
                _editor.Refer(node.TypeRange, node.Type, target.Type, _wanted.Name);
                Layout.Replace(node.NameRange, target.Name);
                return;
            }

            Layout.Replace(
                new TextRange(node.Start, node.NameRange.End), _editor._writer.FieldType(_wanted.Name, target) + " " + target.Name);
            if (difference.IsBreaking)
            {
                Layout.Replace(node.NumberRange, ProtoWriter.Number(target.Number));
            }
        }

        private void Add(SchemaField field, IEnumerable<string> lines)
        {
            // No number is left for it.
            if (_targets[field.Name].Number == 0)
            {
                return;
            }

            if (field.OneOf is not { } oneOf)
            {
                _added.AddRange(lines);
                return;
            }

            if (!_cases.TryGetValue(oneOf, out var cases))
            {
                _cases.Add(oneOf, cases = []);
            }

            cases.AddRange(lines);
        }

        private void EditOneOfs()
        {
            foreach (var oneOf in _node.Of(ProtoNodeKind.OneOf))
            {
                if (!_fields.OneOfs.TryGetValue(oneOf.Name, out string? name))
                {
                    Layout.Delete(oneOf);
                    continue;
                }

                Layout.Replace(oneOf.NameRange, name);
                if (_cases.TryGetValue(name, out var cases))
                {
                    Layout.Append(oneOf, cases);
                    _cases.Remove(name);
                }
            }

            foreach (string name in _wanted.Fields.Select(static field => field.OneOf).OfType<string>().Distinct().Where(_cases.ContainsKey))
            {
                _added.AddRange(_editor._writer.OneOf(_wanted.Name, name, _cases[name]));
            }
        }

        private void AddTypes()
        {
            foreach (string name in _editor.AddedTypes(_wanted.Name))
            {
                if (_added.Count > 0 || _node.Members.Count > 0)
                {
                    _added.Add("");
                }

                _added.AddRange(_editor._writer.Type(name));
            }
        }
    }
}

namespace Coerce.CodeAnalysis.Contracts;

/// <summary>How a field of C# differs from the same field in the file, apart from its name.</summary>
internal sealed record FieldDifference(SchemaChangeKind Kind, bool IsBreaking, string Old, string New, string Effect)
{
    /// <summary>Null when they do not differ. The farthest difference is the one reported: it names all of both sides.</summary>
    public static FieldDifference? Of(SchemaPairs types, FieldPairs fields, SchemaField locked, SchemaField wanted)
    {
        var (before, now) = (TypeOf(types.Locked, locked.Type), TypeOf(types.Wanted, wanted.Type));
        bool isSameType = types.NewType(locked.Type) == wanted.Type;
        return !fields.IsInSameOneOf(locked, wanted) ? Make(SchemaChangeKind.OneOfChanged, OneOfEffect(locked, wanted))
            : IsSingle(locked) != IsSingle(wanted) || (!IsSingle(locked) && locked.Label != wanted.Label)
                ? Make(SchemaChangeKind.FieldLabelChanged, LabelEffect(locked.Label, wanted.Label, before))
            : locked.Label != wanted.Label && isSameType ? Make(SchemaChangeKind.PresenceChanged, PresenceEffect(wanted.Label, before))
            : locked.KeyType != wanted.KeyType
                ? Make(SchemaChangeKind.FieldTypeChanged, WireTypes.Of(locked.KeyType ?? "", wanted.KeyType ?? "").Effect + " That holds for every key.")
            : isSameType ? null
            : WireTypes.Of(before, now) is var type && locked.Label == wanted.Label && !type.IsBreaking
                ? Make(SchemaChangeKind.FieldTypeChanged, type.Effect) with { IsBreaking = false }
            : Make(SchemaChangeKind.FieldTypeChanged, type.Effect);

        FieldDifference Make(SchemaChangeKind kind, string effect) => new(kind, true, Text(locked), Text(wanted), effect);
    }

    /// <summary>A field as a proto file has it, without name and number.</summary>
    public static string Text(SchemaField field) => field.Label switch
    {
        SchemaLabel.Map => $"map<{field.KeyType}, {field.Type}>",
        SchemaLabel.Repeated => "repeated " + field.Type,
        SchemaLabel.Optional => "optional " + field.Type,
        _ => field.OneOf is null ? field.Type : $"{field.Type} in oneof {field.OneOf}",
    };

    private static string TypeOf(SchemaIndex schema, string type)
        => ProtoLimits.IsScalar(type) ? type : schema.IsEnum(type) ? "enum" : "message";

    private static bool IsSingle(SchemaField field) => field.Label is SchemaLabel.Singular or SchemaLabel.Optional;

    private static string OneOfEffect(SchemaField locked, SchemaField wanted)
        => locked.OneOf is null ? "An old peer may send it beside other cases of the oneof: only the last of them is kept here."
            : wanted.OneOf is null ? "An old peer keeps only one of the oneof's cases: when the field is sent beside another, it loses one of the two."
            : "An old peer excludes it with other cases than this program: where both are sent, one of the two is lost.";

    private static string LabelEffect(SchemaLabel before, SchemaLabel now, string type)
        => before == SchemaLabel.Map || now == SchemaLabel.Map
                ? "A map is a list of entries on the wire: an old peer reads fields of entries where there are none, or skips the field."
            : now != SchemaLabel.Repeated
                ? "An old peer reads a list of one element; of the lists that it sends only the last element is kept here."
            : type == "message" ? "An old peer reads all elements merged into one."
            : WireTypes.IsPacked(type) ? $"The numbers are packed, which is another wire type: an old peer skips them and reads {WireTypes.Default(type)}."
            : "An old peer reads the last element only.";

    private static string PresenceEffect(SchemaLabel now, string type)
        => now == SchemaLabel.Optional ? $"An old peer reads {WireTypes.Default(type)} where this program sends no value."
            : type == "message" ? "An old peer may send no value, which this program cannot hold."
            : "The default is not sent any more: an old peer reads no value where this program sends the default.";
}

using Coerce.CodeAnalysis.Contracts;
using Coerce.Generators.Model;

namespace Coerce.Generators.Emission;

/// <summary>The contract of a closed hierarchy: one field for each case, of which one is there.</summary>
internal static class UnionEmitter
{
    internal static void Write(NumberedContract numbered, CodeWriter writer)
    {
        string type = numbered.Contract.Type.Text;
        (ContractCaseModel Case, int Tag, int Number)[] cases =
        [
            .. numbered.Contract.Cases
                .Select((one, index) => (Case: one, Tag: (numbered.Numbers[index] << 3) | 2, Number: numbered.Numbers[index]))
                .OrderBy(one => one.Number),
        ];

        writer.Write("/// <inheritdoc/>");
        writer.Write(ContractFile.SizeHeader(type) + " => value switch");
        writer.Open();
        foreach ((ContractCaseModel one, int tag, _) in cases)
        {
            writer.Write($"{one.Item.Type.Text} one => {FieldEmitter.Bytes(tag).Length} + {WireText.Of(one.Item)}.Size(one),");
        }

        writer.Write("_ => throw global::Coerce.Dispatch.ContractFaults.UnknownCase(Name, value),");
        writer.Outdent();
        writer.Write("};");
        writer.Blank();

        writer.Write("/// <inheritdoc/>");
        writer.Open(ContractFile.WalkHeader(type));
        writer.Open("switch (value)");
        foreach ((ContractCaseModel one, int tag, _) in cases)
        {
            writer.Write($"case {one.Item.Type.Text} one:");
            writer.Indent();
            writer.Write($"walk.At(\"{one.Field}\", 0);");
            writer.Write($"return {FieldEmitter.Bytes(tag).Length} + {WireText.Of(one.Item)}.Size(one);");
            writer.Outdent();
        }

        writer.Write("default: throw global::Coerce.Dispatch.ContractFaults.UnknownCase(Name, value);");
        writer.Close();
        writer.Close();
        writer.Blank();

        writer.Write("/// <inheritdoc/>");
        writer.Open(ContractFile.WriteHeader(type));
        writer.Open("switch (value)");
        foreach ((ContractCaseModel one, int tag, _) in cases)
        {
            writer.Write($"case {one.Item.Type.Text} one:");
            writer.Indent();
            writer.Write($"output.WriteRawTag({string.Join(", ", FieldEmitter.Bytes(tag))});");
            writer.Write($"{WireText.Of(one.Item)}.Write(ref output, one);");
            writer.Write("break;");
            writer.Outdent();
        }

        writer.Close();
        writer.Close();
        writer.Blank();

        writer.Write("/// <inheritdoc/>");
        writer.Open(ContractFile.ReadHeader(type));
        writer.Write($"{type}? value = null;");
        writer.Write("uint tag;");
        writer.Open("while ((tag = reader.Next(ref input)) != 0)");
        writer.Open("switch (tag)");
        foreach ((ContractCaseModel one, int tag, _) in cases) writer.Write($"case {tag}: value = {WireText.Read(one.Item)}; break;");
        writer.Write("default: reader.Skip(ref input); break;");
        writer.Close();
        writer.Close();
        writer.Blank();
        writer.Write("return value ?? throw reader.NoCase();");
        writer.Close();
        writer.Blank();

        writer.Write("/// <inheritdoc/>");
        writer.Open(ContractFile.ShowHeader(type));
        writer.Write("json.WriteStartObject();");
        writer.Open("switch (value)");
        foreach ((ContractCaseModel one, _, _) in cases)
        {
            writer.Write($"case {one.Item.Type.Text} one: global::Coerce.Dispatch.ContractJson.Member<{one.Item.Type.Text}, {WireText.Of(one.Item)}>(json, \"{ProtoNames.Json(one.Field)}\", one); break;");
        }

        writer.Close();
        writer.Write("json.WriteEndObject();");
        writer.Close();
        writer.Blank();
        ContractFile.WriteFieldNames(writer, cases.Select(one => (one.Number, one.Case.Field)));
    }
}

using Coerce.CodeAnalysis.Contracts;
using Coerce.Generators.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace Coerce.Generators.Emission;

/// <summary>The contract of a type with members.</summary>
internal sealed class RecordEmitter
{
    private readonly ContractModel _contract;
    private readonly string _type;
    private readonly FieldEmitter[] _fields;
    private readonly int[] _inOrderOfNumbers;
    private readonly int[] _numbers;

    internal RecordEmitter(NumberedContract numbered)
    {
        _contract = numbered.Contract;
        _type = _contract.Type.Text;
        _numbers = [.. numbered.Numbers];
        _inOrderOfNumbers = [.. Enumerable.Range(0, _numbers.Length).OrderBy(index => _numbers[index])];

        var taken = new HashSet<string>(StringComparer.Ordinal) { "value", "size", "output", "input", "reader", "tag", "json", "walk" };
        _fields = new FieldEmitter[_numbers.Length];
        for (int i = 0; i < _fields.Length; i++)
        {
            string local = Identifiers.Unique(Local(_contract.Members[i]), taken);
            taken.Add(local);
            _fields[i] = new FieldEmitter(_contract.Members[i], local, _numbers[i]);
        }
    }

    internal void Write(CodeWriter writer)
    {
        WriteSize(writer, isWalk: false);
        writer.Blank();
        WriteSize(writer, isWalk: true);
        writer.Blank();
        WriteWrite(writer);
        writer.Blank();
        WriteRead(writer);
        writer.Blank();
        WriteShow(writer);
        writer.Blank();
        ContractFile.WriteFieldNames(writer, _inOrderOfNumbers.Select(index => (_numbers[index], _contract.Members[index].Field)));
    }

    private void WriteSize(CodeWriter writer, bool isWalk)
    {
        writer.Write("/// <inheritdoc/>");
        writer.Open(isWalk ? ContractFile.WalkHeader(_type) : ContractFile.SizeHeader(_type));
        if (_contract.IsOpen) writer.Write($"if (value.GetType() != typeof({_type})) throw global::Coerce.Dispatch.ContractFaults.Derived(Name, value);");
        writer.Write("int size = 0;");
        foreach (int index in _inOrderOfNumbers)
        {
            if (isWalk) writer.Write($"walk.At(\"{_contract.Members[index].Field}\", size);");
            _fields[index].Size(writer);
        }

        writer.Write("return size;");
        writer.Close();
    }

    private void WriteWrite(CodeWriter writer)
    {
        writer.Write("/// <inheritdoc/>");
        writer.Open(ContractFile.WriteHeader(_type));
        foreach (int index in _inOrderOfNumbers) _fields[index].Write(writer);
        writer.Close();
    }

    private void WriteRead(CodeWriter writer)
    {
        writer.Write("/// <inheritdoc/>");
        writer.Open(ContractFile.ReadHeader(_type));
        foreach (FieldEmitter field in _fields) writer.Write(field.Declaration);
        if (_fields.Length == 0)
        {
            writer.Write("while (reader.Next(ref input) != 0) reader.Skip(ref input);");
        }
        else
        {
            writer.Write("uint tag;");
            writer.Open("while ((tag = reader.Next(ref input)) != 0)");
            writer.Open("switch (tag)");
            foreach (int index in _inOrderOfNumbers) _fields[index].Read(writer);
            writer.Write("default: reader.Skip(ref input); break;");
            writer.Close();
            writer.Close();
        }

        writer.Blank();
        writer.Write($"return {Construction()};");
        writer.Close();
    }

    private void WriteShow(CodeWriter writer)
    {
        writer.Write("/// <inheritdoc/>");
        writer.Open(ContractFile.ShowHeader(_type));
        writer.Write("json.WriteStartObject();");
        for (int i = 0; i < _fields.Length; i++) _fields[i].Show(writer, ProtoNames.Json(_contract.Members[i].Field));
        writer.Write("json.WriteEndObject();");
        writer.Close();
    }

    private string Construction()
    {
        if (_contract.IsBare) return _fields[0].Result;

        var members = _contract.Members.Select((member, index) => (Member: member, _fields[index].Result)).ToArray();
        string arguments = string.Join(", ", members.Where(one => one.Member.Parameter >= 0).OrderBy(one => one.Member.Parameter).Select(one => one.Result));
        string rest = string.Join(", ", members.Where(one => one.Member.Parameter < 0).Select(one => $"{one.Member.Property} = {one.Result}"));
        if (_contract.IsTuple) return $"({arguments})";
        return $"new {_type}({arguments})" + (rest.Length == 0 ? "" : $" {{ {rest} }}");
    }

    private static string Local(ContractMemberModel member)
    {
        string name = member.Property.TrimStart('@', '_');
        return name.Length == 0 || !SyntaxFacts.IsIdentifierStartCharacter(name[0]) ? "item" + name : Identifiers.Escape(char.ToLowerInvariant(name[0]) + name.Substring(1));
    }
}

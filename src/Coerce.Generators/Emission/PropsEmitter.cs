using Coerce.Generators.Model;

namespace Coerce.Generators.Emission;

/// <summary><c>Props(...)</c> and the recipe that it makes.</summary>
internal static class PropsEmitter
{
    internal static void Write(CodeWriter writer, ActorModel model)
    {
        if (model.IsConstructorSound)
        {
            WriteProps(writer, model);
            writer.Blank();
            WriteRecipe(writer, model);
        }
        else
        {
            PermissiveEmitter.WriteProps(writer, model, $"{Names.Props}<{model.Identity.Ref}>", [model.Recipe]);
        }
    }

    private static void WriteProps(CodeWriter writer, ActorModel model)
    {
        ActorIdentity identity = model.Identity;
        Reach reach = model.Recipe.Select(parameter => parameter.Type.Reach).Append(Reach.AsRef).Max();
        string modifier = reach switch { Reach.AsRef => "public", Reach.Internal => "internal", _ => "private" };
        string parameters = string.Join(", ", Signatures.Declarations(model.Recipe));
        string arguments = string.Join(", ", model.Recipe.Select(parameter => parameter.Name));
        string recipe = model.Recipe.Any() ? $"new Recipe({arguments})" : "Recipe.Instance";
        string article = Documentation.Article(identity.DisplayName);

        writer.Write($"""
            /// <summary>The recipe for {article} <see cref="{identity.Cref}"/>: pass it to <c>Spawn</c>.</summary>
            {modifier} static {Names.Props}<{identity.Ref}> Props({parameters}) => {recipe};
            """);
    }

    private static void WriteRecipe(CodeWriter writer, ActorModel model)
    {
        ActorIdentity identity = model.Identity;
        string cell = $"{Names.ActorCell}<{identity.Actor}>";
        string arguments = Signatures.Arguments(model.Constructor, identity, Field);

        writer.Open($"private sealed class Recipe : {Names.ActorRecipe}<{identity.Actor}, {identity.Ref}>");
        foreach (ParameterModel parameter in model.Recipe)
        {
            writer.Write($"private readonly {parameter.Type.Text} {Field(parameter)};");
        }

        if (!model.Recipe.Any()) writer.Write("internal static readonly Recipe Instance = new Recipe();");
        writer.Blank();
        WriteConstructor(writer, [.. model.Recipe]);
        writer.Blank();
        writer.Write($"""
            {Create(model, cell, arguments)}

            protected override {identity.Ref} Wrap({cell} cell) => new {identity.Ref}(cell);
            """);
        writer.Close();
        writer.Blank();
    }

    private static string Create(ActorModel model, string cell, string arguments)
    {
        string actor = model.Identity.Actor;
        string header = $"protected override {actor} Create({cell} cell)";
        string make = $"new {actor}({arguments});";
        if (model.Behaviors is null && model.Interceptors.Count == 0) return $"{header}\n    => {make}";

        List<string> lines = [];
        if (model.Interceptors.Count > 0) lines.Add("cell.MakeInterceptors();");
        if (model.Behaviors is { } behaviors)
        {
            lines.Add($"var actor = {make}");
            if (BehaviorsEmitter.Begin(model) is { } begin) lines.Add(begin);
            lines.Add($"actor.{behaviors.Field}.Attach(cell);");
            lines.Add("return actor;");
        }
        else
        {
            lines.Add($"return {make}");
        }

        return $"{header}\n{{\n    {string.Join("\n    ", lines)}\n}}";
    }

    private static void WriteConstructor(CodeWriter writer, ParameterModel[] recipe)
    {
        string parameters = string.Join(", ", recipe.Select(parameter => $"{parameter.Type.Text} {parameter.Name}"));
        string[] assignments = [.. recipe.Select(parameter => $"{Target(parameter, recipe)} = {parameter.Name};")];
        string header = $"internal Recipe({parameters}) : base(Dispatcher.Instance)";

        switch (assignments.Length)
        {
            case 0:
                writer.Write(header + " { }");
                break;

            case 1:
                writer.Write($"{header} => {assignments[0]}");
                break;

            default:
                writer.Open(header);
                writer.Write(string.Join("\n", assignments));
                writer.Close();
                break;
        }
    }

    // The field of "x" may have the name of a parameter "_x".
    private static string Target(ParameterModel parameter, ParameterModel[] recipe)
        => recipe.Any(other => other.Name == Field(parameter)) ? "this." + Field(parameter) : Field(parameter);

    private static string Field(ParameterModel parameter) => "_" + parameter.Name.TrimStart('@');
}

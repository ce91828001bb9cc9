using Coerce.CodeAnalysis;
using Coerce.Generators.Model;

namespace Coerce.Generators.Emission;

/// <summary>The calls of <c>[OnStart]</c>, <c>[OnRestart]</c> and <c>[OnStop]</c>, for actors that have them.</summary>
internal static class LifecycleEmitter
{
    internal static void Write(CodeWriter writer, ActorModel model)
    {
        if (model.Start is { } start)
        {
            writer.Blank();
            writer.Write("public override bool HasStart => true;");
            WriteMethod(writer, model.Identity, "StartAsync", start);
        }

        if (model.Restart is { } restart) WriteMethod(writer, model.Identity, "RestartAsync", restart, $", {Names.Exception} failure");
        if (model.Stop is { } stop)
        {
            writer.Blank();
            writer.Write("public override bool HasStop => true;");
            WriteMethod(writer, model.Identity, "StopAsync", stop);
        }
    }

    private static void WriteMethod(CodeWriter writer, ActorIdentity identity, string name, LifecycleModel lifecycle, string more = "")
    {
        string arguments = Signatures.Arguments(lifecycle.Parameters, identity, parameter => parameter.Name);
        string call = $"cell.Actor.{lifecycle.Method}({arguments})";
        string header = $"public override {Names.ValueTask} {name}({Names.ActorCell}<{identity.Actor}> cell{more})";

        string task = lifecycle.Returns == ReplyKind.Task ? $"new {Names.ValueTask}({call})" : call;

        writer.Blank();
        if (lifecycle.Returns == ReplyKind.Void)
        {
            writer.Open(header);
            writer.Write($"{call};");
            writer.Write("return default;");
            writer.Close();
        }
        else if (lifecycle.MayAsk)
        {
            writer.Open(header);
            writer.Write("cell.BeginAsking();");
            writer.Write($"return {task};");
            writer.Close();
        }
        else
        {
            writer.Write($"{header}\n    => {task};");
        }
    }
}

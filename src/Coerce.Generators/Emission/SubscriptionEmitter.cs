using Coerce.Generators.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace Coerce.Generators.Emission;

/// <summary>The subscriptions of <c>[Subscribes]</c>, for actors that have them.</summary>
internal static class SubscriptionEmitter
{
    internal static void Write(CodeWriter writer, ActorModel model)
    {
        string[] lines = [.. model.SoundHandlers.SelectMany(Lines)];
        if (lines.Length == 0) return;

        writer.Blank();
        writer.Write("// when the actor starts; the subscriptions end with it");
        writer.Write("public override bool HasSubscriptions => true;");
        writer.Blank();
        writer.Open($"public override void Subscribe({Names.ActorCell}<{model.Identity.Actor}> cell)");
        writer.Write(string.Join("\n", lines));
        writer.Close();
    }

    private static IEnumerable<string> Lines(HandlerModel handler, int tag)
        => handler.Topics.Select(topic => FormattableString.Invariant(
            $"cell.Subscribe<{handler.MessageInActor}>({tag}, {SymbolDisplay.FormatLiteral(topic, quote: true)});"));
}

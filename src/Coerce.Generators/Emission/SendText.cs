using Coerce.Generators.Model;

namespace Coerce.Generators.Emission;

/// <summary>How a ref sends a message: to its cell or dispatcher, or through the interceptors around that.</summary>
internal static class SendText
{
    internal static string Tell(ActorIdentity identity, HandlerModel handler, int tag, string verb, string? scope = null, string token = "")
        => handler.HasSendChain
            ? $"{Chain(RefEmitter.Dispatcher(identity), tag)}.Instance.{verb}(_cell, message, {scope ?? Empty}{token})"
            : $"_cell.{verb}({tag}, message{(scope is null ? "" : ", " + scope)}{token})";

    internal static string Ask(string dispatcher, HandlerModel handler, int tag, string target, string? scope, string rest)
    {
        string sent = !handler.CarriesScope ? "" : scope is null ? Empty + ", " : $"{Names.AskScope}.Of({scope}), ";
        if (!handler.HasSendChain) return $"{dispatcher}.Ask({target}, {sent}{rest})";

        string chain = Chain(dispatcher, tag);
        string ask = $"{chain}.Instance.AskAsync({target}, {sent}{rest})";
        return handler.Reply is null ? $"{chain}.Wait({ask})" : ask;
    }

    private const string Empty = Names.RequestScope + ".Empty";

    private static string Chain(string dispatcher, int tag) => $"{dispatcher}.Send{tag}";
}

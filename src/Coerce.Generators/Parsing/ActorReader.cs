using Coerce.CodeAnalysis;
using Coerce.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.Generators.Parsing;

/// <summary>Reads an <c>[Actor]</c> class into a model. No symbol leaves this class.</summary>
internal sealed class ActorReader
{
    private readonly ActorShape _shape;
    private readonly StubModel? _stub;
    private readonly TypeReach _reach;
    private readonly TypeReader _types;
    private readonly LanguageVersion _language;
    private readonly Compilation _compilation;
    private readonly HandlerSignature[] _handlers;
    private readonly InterceptorShape[] _interceptors;
    private readonly InterceptorKind _interception;

    private ActorReader(ActorShape shape, Compilation compilation, LanguageVersion language)
    {
        bool isStub = shape.HasClassProblem || shape.Actor.TypeKind != TypeKind.Class;
        _shape = shape;
        _language = language;
        _compilation = compilation;
        _handlers =
        [
            .. SourceOrder.Of(shape.Handlers, handler => handler.Method),
            .. shape.Behaviors.SelectMany(behavior => behavior.Handlers),
        ];

        // One that an analyzer reports is left out; that it was meant to be there still shapes the ref.
        InterceptorShape[] named = [.. InterceptorShape.Around(shape.Actor)];
        _interceptors = [.. named.Where(interceptor => interceptor is { Fault: InterceptorFault.None, Kind: not InterceptorKind.None })];
        _interception = named.Aggregate(InterceptorKind.None, (kinds, interceptor) => kinds | interceptor.Kind);
        _stub = isStub ? StubReader.Read(shape.Actor, !shape.Behaviors.IsEmpty, language) : null;
        _reach = new TypeReach(compilation, shape.Actor, isRefNested: _stub is not { CanNestRef: false });
        _types = new TypeReader(compilation, _reach);
    }

    /// <summary>The actor, or null for a part of it that is not the one to speak for it.</summary>
    internal static ActorReading? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        // A class that is being typed may have no name yet.
        if (context.TargetSymbol is not INamedTypeSymbol { Name.Length: > 0 } actor || !IsFirst(context, actor)) return null;

        cancellationToken.ThrowIfCancellationRequested();
        ActorShape shape = ActorShape.Of(actor);
        var reader = new ActorReader(
            shape,
            context.SemanticModel.Compilation,
            ((CSharpParseOptions)context.TargetNode.SyntaxTree.Options).LanguageVersion);

        return new ActorReading(reader.Read(), ContractSetReader.Read(shape, context.SemanticModel.Compilation));
    }

    // An attribute on two parts is the compiler's error; one of them is enough to generate for.
    private static bool IsFirst(GeneratorAttributeSyntaxContext context, INamedTypeSymbol actor)
    {
        INamedTypeSymbol? type = context.Attributes[0].AttributeClass;
        SyntaxReference? first = actor.GetAttributes()
            .Where(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, type))
            .Select(attribute => attribute.ApplicationSyntaxReference)
            .OfType<SyntaxReference>()
            .OrderBy(reference => reference.SyntaxTree.FilePath, StringComparer.Ordinal)
            .ThenBy(reference => reference.Span.Start)
            .FirstOrDefault();

        return first is not null
            && first.SyntaxTree == context.TargetNode.SyntaxTree
            && context.TargetNode.Span.Contains(first.Span);
    }

    private ActorModel Read()
    {
        INamedTypeSymbol actor = _shape.Actor;
        EquatableArray<HandlerModel> handlers = _handlers.Take(_shape.Handlers.Length).Select(ReadHandler).ToEquatableArray();
        BehaviorsModel? behaviors = new BehaviorReader(
            _shape, _compilation, _types, ReadHandler, parameters => ReadParameters(parameters)).Read();
        IEnumerable<HandlerModel> inBehaviors = behaviors?.All.SelectMany(behavior => behavior.Handlers) ?? [];

        EntityModel? entity = EntityReader.Read(_shape, parameter => _types.Read(parameter.Type, TypeSyntax(parameter)));

        return new ActorModel(
            IdentityReader.Read(
                actor, _stub, [.. handlers.Concat(inBehaviors).Where(handler => handler.IsMethodStyle)], _reach, isEntity: entity is not null && _stub is null),
            WireNames.Of(actor),
            handlers,
            behaviors,
            _shape.Constructor.Parameters.IsDefaultOrEmpty ? default : ReadParameters(_shape.Constructor.Parameters),
            ReadLifecycle(_shape.Starts.FirstOrDefault()),
            ReadLifecycle(_shape.Restarts.FirstOrDefault()),
            ReadLifecycle(_shape.Stops.FirstOrDefault()),
            ReadInterceptors().ToEquatableArray(),
            SettingsReader.Read(_shape.Settings),
            entity,
            ProtocolReader.Read(_shape),
            HasOverloadPriority: (int)_language >= 1300,
            WarningReader.Read(_shape),
            _stub is null ? AskEdgeReader.Read(_shape, _types) : default,
            _stub is null ? null : _stub with { Recipes = ReadRecipes().ToEquatableArray() });
    }

    private IEnumerable<InterceptorModel> ReadInterceptors()
        => _interceptors.Select(interceptor => new InterceptorModel(
            interceptor.Kind,
            SymbolText.FullName(interceptor.Type),
            ReadParameters(interceptor.Constructor!.Parameters.Select(parameter => new SignatureParameter(parameter, ParameterRole.Service)))));

    private IEnumerable<EquatableArray<ParameterModel>> ReadRecipes()
        => _shape.Constructor.Candidates.Select(constructor =>
            ReadParameters(SignatureParameters.Of(constructor).Where(parameter => parameter.IsMessage)));

    private HandlerModel ReadHandler(HandlerSignature signature)
    {
        IMethodSymbol method = signature.Method;
        bool isMethodStyle = signature.Style == HandlerStyle.Method;
        EquatableArray<ParameterModel> parameters = ReadParameters(signature.Parameters, isMethodStyle ? signature.Name : null);
        TypeText? message = isMethodStyle
            ? GeneratedMessage(signature.Name)
            : ReadMessage(signature, parameters);

        return new HandlerModel(
            Identifiers.Escape(method.Name),
            isMethodStyle ? signature.Name : null,
            message ?? TypeText.Fixed("object", "object", Reach.AsRef, NullStyle.Reference),
            parameters,
            signature.ReplyKind,
            ReadReply(signature),
            AskReader.MayAsk(signature),
            signature.IsReentrant,
            HasInterface(signature),
            signature.IsSound && !_shape.IsBroken(method),
            Subscription.TopicsOf(signature).ToEquatableArray(),
            _interception,
            !NameShape.ClashesWithRef(signature) && NameShape.HiddenBy(signature) is null,
            HasKnownMessage(signature),
            HasKnownReply(signature));
    }

    private static bool HasKnownMessage(HandlerSignature signature)
        => signature.Fault != SignatureFault.Generic
            && (signature.Style == HandlerStyle.Method || signature.Message is not null)
            && signature.Parameters.All(parameter => !parameter.IsMessage
                || (parameter.Symbol.RefKind is RefKind.None or RefKind.In && SignatureFaults.OfValue(parameter.Symbol.Type) == SignatureFault.None));

    private bool HasKnownReply(HandlerSignature signature)
        => signature.Fault is SignatureFault.None or SignatureFault.Static or SignatureFault.ForeignContext or SignatureFault.RepeatedParameter
            && (signature.Reply is null || SignatureFaults.OfValue(signature.Reply) == SignatureFault.None)
            && !DuplicateHandlers.IsDisputed(_shape, signature.Method)
            && !BehaviorHandlers.IsUndecided(_shape, signature.Method);

    // Names of tuple elements do not make a message another one, but its text: what the first handler says counts.
    private TypeText? ReadMessage(HandlerSignature signature, EquatableArray<ParameterModel> parameters)
    {
        HandlerSignature? first = _handlers.First(other => other == signature || DuplicateHandlers.AreSame(other, signature));
        EquatableArray<ParameterModel> source = first == signature ? parameters : ReadParameters(first.Parameters);
        return source.Where(parameter => parameter.IsPayload).Select(parameter => parameter.Type).FirstOrDefault();
    }

    private TypeText GeneratedMessage(string name)
        => TypeText.Fixed(
            $"{SymbolText.FullName(_shape.Actor)}.Messages.{Identifiers.Escape(name)}", name, Reach.AsRef, NullStyle.Value);

    private TypeText? ReadReply(HandlerSignature signature)
    {
        if (signature.Reply is null) return null;

        TypeSyntax? syntax = (SourceOrder.Syntax(signature.Method) as MethodDeclarationSyntax)?.ReturnType;
        return signature.ReplyKind == ReplyKind.Value
            ? _types.Read(signature.Reply, syntax)
            : _types.ReadArgument(signature.Method.ReturnType, syntax);
    }

    // The same message in several behaviours is one interface.
    private bool HasInterface(HandlerSignature signature)
        => signature.Message is not { } message
            || !Unification.HasTypeParameter(message)
            || ((_shape.Protocol is not { } protocol || !Unification.MayBeSame(message, protocol.Shape.Type)) && !_handlers.Any(other => other.Message is { } type
                && !MessageTypes.AreSame(message, type)
                && Unification.MayBeSame(message, type)));

    private LifecycleModel? ReadLifecycle(LifecycleSignature? signature)
        => signature is { IsSound: true }
            ? new LifecycleModel(
                Identifiers.Escape(signature.Method.Name),
                ReadParameters(signature.Parameters),
                signature.ReplyKind,
                AskReader.MayAsk(signature))
            : null;

    private EquatableArray<ParameterModel> ReadParameters(IEnumerable<SignatureParameter> parameters, string? messageName = null)
    {
        var properties = new PropertyNames(messageName);
        var models = new List<ParameterModel>();
        foreach (SignatureParameter parameter in parameters)
        {
            IParameterSymbol symbol = parameter.Symbol;
            TypeSyntax? syntax = TypeSyntax(symbol);
            TypeText type = parameter.Role == ParameterRole.Context
                ? _types.ReadArgument(symbol.Type, syntax)
                : _types.Read(symbol.Type, syntax);

            models.Add(new ParameterModel(
                parameter.Role,
                type,
                Identifiers.Escape(symbol.Name),
                parameter.IsMessage ? properties.Next(symbol.Name) : "",
                parameter.IsMessage ? DefaultValue.Of(symbol, type) : null,
                parameter.IsMessage && KnownAttributes.IsTransferred(symbol)));
        }

        return models.ToEquatableArray();
    }

    private static TypeSyntax? TypeSyntax(IParameterSymbol parameter) => (Syntax(parameter) as ParameterSyntax)?.Type;

    private static SyntaxNode? Syntax(ISymbol symbol) => symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
}

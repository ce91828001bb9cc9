using Coerce.CodeAnalysis;
using Coerce.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.Generators.Parsing;

/// <summary>Reads whom the handlers of an actor ask, from the declared types of what they ask.</summary>
/// <remarks>See docs/decisions/0024-ask-edges.md. Bodies are text here: only types that are named in them are bound.</remarks>
internal sealed class AskEdgeReader
{
    private readonly ActorShape _shape;
    private readonly TypeReader _types;
    private readonly string _actor;
    private readonly ILookup<string, IMethodSymbol> _methods;

    private AskEdgeReader(ActorShape shape, TypeReader types)
    {
        _shape = shape;
        _types = types;
        _actor = AskKeys.Of(shape.Actor);
        _methods = shape.Behaviors.Select(behavior => behavior.Type).Prepend(shape.Actor)
            .SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
            .Where(method => method is { IsStatic: false, MethodKind: MethodKind.Ordinary })
            .ToLookup(method => method.Name, StringComparer.Ordinal);
    }

    internal static EquatableArray<AskModel> Read(ActorShape shape, TypeReader types) => new AskEdgeReader(shape, types).Read().ToEquatableArray();

    private IEnumerable<AskModel> Read()
    {
        foreach (HandlerSignature handler in _shape.Handlers.Concat(_shape.Behaviors.SelectMany(behavior => behavior.Handlers)))
        {
            if (!handler.IsSound || handler.IsReentrant) continue;

            TypeText? handled = handler.Message is null ? null : _types.Read(handler.Message, MessageSyntax(handler));
            foreach (AskModel ask in Reach(handler.Method, handled, AskKeys.OfMethod(_actor, handler.Name))) yield return ask;
        }

        foreach (LifecycleSignature method in _shape.Starts.Concat(_shape.Restarts).Concat(_shape.Stops).Where(method => method.IsSound))
        {
            foreach (AskModel ask in Reach(method.Method, null, "")) yield return ask;
        }
    }

    private IEnumerable<AskModel> Reach(IMethodSymbol handler, TypeText? handled, string handledName)
    {
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var waiting = new Stack<IMethodSymbol>();
        waiting.Push(handler);
        while (waiting.Count > 0)
        {
            IMethodSymbol method = waiting.Pop();
            if (!seen.Add(method)) continue;

            foreach (InvocationExpressionSyntax call in method.DeclaringSyntaxReferences.SelectMany(part => AskSyntax.Calls(part.GetSyntax())))
            {
                string? own = call.Expression is IdentifierNameSyntax simple ? simple.Identifier.ValueText : AskSyntax.Target(call)?.Name;
                foreach (IMethodSymbol called in _methods[own ?? ""]) waiting.Push(called);

                if (ReadAsk(call, method) is { } ask) yield return ask with { Handled = handled, HandledName = handledName };
            }
        }
    }

    private AskModel? ReadAsk(InvocationExpressionSyntax call, IMethodSymbol method)
    {
        if (AskSyntax.Target(call) is not var (receiver, name)
            || !AskCalls.MayBeAsk(name)
            || !AskSyntax.IsAwaited(call)
            || TypeOf(receiver, method) is not var (asked, type))
        {
            return null;
        }

        bool isInterface = type is not null && AskCalls.IsAskInterface(type);
        bool isRef = isInterface || (type is not null && KnownAttributes.ActorOf(type) is not null);
        if (name != WellKnownNames.AskAsync) return new AskModel(_actor, null, "", asked, isRef, null, WellKnownNames.WithoutAsync(name));

        TypeText? message = call.ArgumentList.Arguments.FirstOrDefault() is { } argument ? TypeOf(AskSyntax.Unwrap(argument.Expression), method)?.Text : null;
        if (message is null && isInterface && type!.TypeArguments[0].TypeKind != TypeKind.Error) message = _types.Read(type.TypeArguments[0], null);

        return message is null ? null : new AskModel(_actor, null, "", asked, isRef, message, "");
    }

    /// <summary>The type as it is declared; null where it takes more than a declaration to know it.</summary>
    private (TypeText Text, INamedTypeSymbol? Type)? TypeOf(ExpressionSyntax expression, IMethodSymbol method) => expression switch
    {
        ObjectCreationExpressionSyntax created => _types.ReadNamed(created.Type),
        IdentifierNameSyntax { Identifier.ValueText: var name } => Local(name, expression, method) ?? Declared(name, method),
        InvocationExpressionSyntax call => Spawned(call),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } => (TypeText.Fixed("string", "string", Model.Reach.AsRef, NullStyle.Reference), null),
        LiteralExpressionSyntax { Token.Value: int } => (TypeText.Fixed("int", "int", Model.Reach.AsRef, NullStyle.Value), null),
        _ => null,
    };

    private (TypeText Text, INamedTypeSymbol? Type)? Local(string name, SyntaxNode use, IMethodSymbol method)
    {
        if (use.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is not { } body) return null;

        foreach (SyntaxNode node in body.DescendantNodes())
        {
            switch (node)
            {
                case VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } local when local.Identifier.ValueText == name:
                    return !declaration.Type.IsVar ? _types.ReadNamed(declaration.Type)
                        : local.Initializer is { Value: var value } && AskSyntax.Unwrap(value) is { } initial && !IsNamed(initial, name) ? TypeOf(initial, method)
                        : null;
                case ForEachStatementSyntax loop when loop.Identifier.ValueText == name:
                    return loop.Type.IsVar ? null : _types.ReadNamed(loop.Type);
            }
        }

        return null;
    }

    private (TypeText Text, INamedTypeSymbol? Type)? Declared(string name, IMethodSymbol method)
    {
        INamedTypeSymbol type = method.ContainingType;
        IParameterSymbol? parameter = method.Parameters.FirstOrDefault(parameter => parameter.Name == name);
        if (parameter is null && type.GetMembers(name).FirstOrDefault(member => member is IFieldSymbol or IPropertySymbol) is { } member)
        {
            SyntaxNode? syntax = member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
            return member is IFieldSymbol field
                ? Of(field.Type, (syntax?.Parent as VariableDeclarationSyntax)?.Type)
                : Of(((IPropertySymbol)member).Type, (syntax as PropertyDeclarationSyntax)?.Type);
        }

        parameter ??= type.InstanceConstructors.SelectMany(constructor => constructor.Parameters)
            .FirstOrDefault(parameter => parameter.Name == name && parameter.DeclaringSyntaxReferences.Any(part => part.GetSyntax().Parent?.Parent is TypeDeclarationSyntax));
        return parameter is null ? null : Of(parameter.Type, (parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as ParameterSyntax)?.Type);
    }

    // A handler's own spawn: "context.Spawn(Ledger.Props(...))" gives the ref of Ledger.
    private (TypeText Text, INamedTypeSymbol? Type)? Spawned(InvocationExpressionSyntax call)
        => AskSyntax.Target(call)?.Name is "Spawn" or "SpawnAsync" or "SpawnPool" or "SpawnPoolAsync"
            && call.ArgumentList.Arguments.FirstOrDefault()?.Expression is InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: WellKnownNames.Props, Expression: var actor },
            }
                ? _types.ReadRefOf(actor)
                : null;

    private (TypeText Text, INamedTypeSymbol? Type) Of(ITypeSymbol type, TypeSyntax? syntax) => (_types.Read(type, syntax), type as INamedTypeSymbol);

    private static bool IsNamed(ExpressionSyntax expression, string name) => expression is IdentifierNameSyntax simple && simple.Identifier.ValueText == name;

    private static TypeSyntax? MessageSyntax(HandlerSignature handler)
        => (handler.Parameters.First(parameter => parameter.IsMessage).Symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as ParameterSyntax)?.Type;
}

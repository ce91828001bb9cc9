using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Coerce.CodeAnalysis;
using Coerce.CodeAnalysis.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Coerce.Analyzers.Rules.Wire;

/// <summary>Where a message of the schema stands in the code, and in the file.</summary>
internal sealed class SchemaPlaces
{
    private readonly Compilation _compilation;
    private readonly string _file;
    private readonly CancellationToken _cancellationToken;
    private readonly ContractVouches _vouches;
    private Dictionary<string, ISymbol>? _symbols;

    public SchemaPlaces(Compilation compilation, string file, CancellationToken cancellationToken)
    {
        _compilation = compilation;
        _file = file;
        _cancellationToken = cancellationToken;
        _vouches = new ContractVouches(compilation.Assembly);
    }

    /// <summary>The first actor with a name or entity, or type with <c>[Contract]</c>; null where there is none.</summary>
    public static Location? FirstIn(Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (var type in ProtocolTypes.In(compilation.Assembly.GlobalNamespace))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if ((KnownAttributes.IsContract(type) || (KnownAttributes.IsActor(type) && ContractRoots.IsReachable(ActorShape.Of(type)))) && Written(type) is { } location)
            {
                return location;
            }
        }

        return null;
    }

    /// <summary>Where the user has written it; null for what is generated or comes from elsewhere.</summary>
    public static Location? Written(ISymbol symbol)
        => symbol.Locations.FirstOrDefault(static location => location.SourceTree is { FilePath: var path } && !path.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase));

    public Location? InFile(ProtoPosition? position)
    {
        if (position is not { } place)
        {
            return null;
        }

        var start = new LinePosition(place.Line - 1, place.Column - 1);
        return Location.Create(_file, new TextSpan(place.Start, place.Length), new LinePositionSpan(start, new LinePosition(start.Line, start.Character + place.Length)));
    }

    /// <summary>The member, or else its type; null where the code has neither.</summary>
    public Location? InCode(SchemaChange change)
        => Find(change.Message) is not { } type ? null
            : change.Member is { } member ? FindMember(Symbols[change.Message], member, change.New) ?? type
            : type;

    /// <summary>The type, the handler or the actor that a message or a service stands for.</summary>
    public Location? Find(string name) => Symbols.TryGetValue(name, out var symbol) ? Written(symbol) : null;

    private Dictionary<string, ISymbol> Symbols => _symbols ??= ReadSymbols();

    private Dictionary<string, ISymbol> ReadSymbols()
    {
        var symbols = new Dictionary<string, ISymbol>(StringComparer.Ordinal);
        foreach (var type in ProtocolTypes.In(_compilation.Assembly.GlobalNamespace))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Enum) || Written(type) is null)
            {
                continue;
            }

            var message = ContractNames.MessageOf(type, _vouches);
            var name = ContractNames.Legal(message);
            Add(name, type);
            if (type.TypeKind == TypeKind.Class && KnownAttributes.IsActor(type))
            {
                Add(ContractNames.ServiceOf(message), type);
                foreach (var handler in type.GetMembers().OfType<IMethodSymbol>().Where(KnownAttributes.IsHandler))
                {
                    Add(name + "." + ProtoNames.Type(WellKnownNames.WithoutAsync(handler.Name)), handler);
                    Add(name + "." + ProtoNames.Type(WellKnownNames.WithoutAsync(handler.Name) + "Reply"), handler);
                }
            }
        }

        return symbols;

        void Add(string name, ISymbol symbol)
        {
            if (!symbols.ContainsKey(name))
            {
                symbols.Add(name, symbol);
            }
        }
    }

    private static Location? FindMember(ISymbol symbol, string member, string renamed)
    {
        var candidates = symbol switch
        {
            IMethodSymbol method => method.Parameters.AsEnumerable<ISymbol>(),
            INamedTypeSymbol { TypeKind: TypeKind.Enum } type => type.GetMembers().OfType<IFieldSymbol>(),
            INamedTypeSymbol type => type.GetMembers().Concat(Cases(type)),
            _ => [],
        };
        return candidates
            .Where(candidate => Names(candidate, symbol).Any(name => name == member || name == renamed))
            .Select(Written)
            .FirstOrDefault(static location => location is not null);
    }

    // The cases of a hierarchy are its members on the wire, and so are the handlers of an actor.
    private static IEnumerable<ISymbol> Cases(INamedTypeSymbol type) => type.IsAbstract ? ProtocolTypes.In(type) : [];

    private static IEnumerable<string> Names(ISymbol candidate, ISymbol owner) => candidate switch
    {
        IFieldSymbol when owner is INamedTypeSymbol { TypeKind: TypeKind.Enum } => [ProtoNames.EnumValue(owner.Name, candidate.Name)],
        IMethodSymbol method => method.Parameters.Select(static parameter => parameter.Type.Name)
            .Append(WellKnownNames.WithoutAsync(method.Name))
            .Select(ProtoNames.Type),
        _ => [ProtoNames.Field(candidate.Name)],
    };
}

namespace Coerce;

/// <summary>The actors of one assembly, as the generator wrote them down: nothing is scanned at run time.</summary>
/// <remarks>The generated module of assembly <c>My.Bank</c> is <c>Coerce.Modules.My_Bank.Instance</c>. Add it to
/// <see cref="ActorSystemOptions.Modules"/> to find the actors of a program by name.</remarks>
public abstract class ActorModule
{
    /// <summary>Adds the actors of the assembly, and the modules of those it refers to, to <paramref name="catalog"/>.</summary>
    /// <param name="catalog">Where to.</param>
    public abstract void Register(ActorCatalog catalog);
}

/// <summary>On an assembly with actors: its generated module. Read by the generator when another assembly refers to it.</summary>
/// <param name="module">The module's class.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ActorModuleAttribute(Type module) : Attribute
{
    /// <summary>The module's class.</summary>
    public Type Module { get; } = module;
}

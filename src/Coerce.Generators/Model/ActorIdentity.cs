using Coerce.CodeAnalysis;

namespace Coerce.Generators.Model;

/// <summary>The names of an actor and of what is generated for it.</summary>
/// <param name="HintName">The generated file without its suffix: <c>Bank.Account</c>.</param>
/// <param name="Namespace">The namespace; empty for the global one.</param>
/// <param name="Containers">The containing types from outside in, as declarations: <c>partial class Branch&lt;T&gt;</c>.</param>
/// <param name="Keyword"><c>class</c>, or what the actor is instead: <c>record</c>, <c>struct</c>.</param>
/// <param name="Accessibility"><c>public</c>, <c>internal</c> and so on.</param>
/// <param name="Name">The name as an identifier: <c>Account</c>.</param>
/// <param name="TypeParameters"><c>&lt;T&gt;</c>, or nothing.</param>
/// <param name="Constraints"><c>where T : class</c>, one for each constrained type parameter.</param>
/// <param name="Actor">The class from within its own scope: <c>Account</c>, or its full name where the short one is hidden.</param>
/// <param name="Ref">The ref from within the scope of the class, likewise.</param>
/// <param name="FullName"><c>global::Bank.Account</c>, with type parameters.</param>
/// <param name="FullRefName"><c>global::Bank.AccountRef</c>, with type parameters.</param>
/// <param name="TypeofName">The class for <c>typeof</c> in an attribute: <c>Account</c>, <c>global::Bank.Store&lt;&gt;</c>.</param>
/// <param name="Reach">Where the ref can be named: <see cref="Model.Reach.AsRef"/> stands for everywhere.</param>
/// <param name="IsInModule">Whether the system can name the actor: no type parameters, and nothing private around it.</param>
/// <param name="IsEntity">Whether it is found by a key.</param>
/// <param name="GeneratedTypes">What user code can name once the generator has run.</param>
internal sealed record ActorIdentity(
    string HintName,
    string Namespace,
    EquatableArray<string> Containers,
    string Keyword,
    string Accessibility,
    string Name,
    string TypeParameters,
    EquatableArray<string> Constraints,
    string Actor,
    string Ref,
    string FullName,
    string FullRefName,
    string TypeofName,
    Reach Reach,
    bool IsInModule,
    bool IsEntity,
    EquatableArray<GeneratedType> GeneratedTypes)
{
    /// <summary>The name for people: <c>Account</c>.</summary>
    internal string DisplayName => Name.TrimStart('@');

    /// <summary>The name of the ref as an identifier: <c>AccountRef</c>.</summary>
    internal string RefName => DisplayName + "Ref";

    /// <summary>The class in a documentation comment: <c>Account</c>, <c>Store{T}</c>.</summary>
    internal string Cref => Actor.Replace('<', '{').Replace('>', '}');

    /// <summary>The ref in a documentation comment.</summary>
    internal string RefCref => Ref.Replace('<', '{').Replace('>', '}');
}

using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0002: an actor is a class of which the runtime makes objects that nobody else has.</summary>
internal sealed class PlainClassRule() : ShapeRuleText(ShapeRule.UnsupportedClass)
{
    internal override Diagnostic Describe(ActorShape shape, ShapeProblem problem) => Diagnostic.Create(
        DiagnosticDescriptors.UnsupportedClass,
        SourceLocations.OfActor(shape.Actor),
        WithFault(shape.ClassFault),
        shape.Actor.Name,
        Reason(shape.ClassFault, problem.Other?.Name));

    private static string Reason(ClassFault fault, string? baseActor) => fault switch
    {
        ClassFault.Static => "it is static, and an actor is an object with a state of its own; remove 'static'",
        ClassFault.Abstract => "it is abstract, so that none can be spawned; "
            + "remove 'abstract', or put [Actor] on the classes below it",
        ClassFault.Record => "it is a record, which is compared and copied by value; write 'class' instead of 'record'",
        ClassFault.FileLocal => "it is local to its file, and the generated part is in another file; remove 'file'",
        _ => $"it derives from the actor '{baseActor}', whose handlers it would not inherit; "
            + "share the code through a plain base class, or spawn the other actor as a child",
    };
}

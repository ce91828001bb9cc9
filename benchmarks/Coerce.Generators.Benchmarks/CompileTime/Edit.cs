namespace Coerce.Generators.Benchmarks.CompileTime;

/// <summary>What happens between two runs of the compiler.</summary>
internal enum Edit
{
    /// <summary>The first run.</summary>
    Cold,

    /// <summary>In the body of a method, in a file without actors.</summary>
    Unrelated,

    /// <summary>A class in such a file has one member more.</summary>
    UnrelatedDeclaration,

    /// <summary>In the body of a handler.</summary>
    HandlerBody,

    /// <summary>An actor has one handler more.</summary>
    AddHandler,
}

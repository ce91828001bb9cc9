// Tests tell their actors what to do: these delegates capture refs and what threads meet at.
[assembly: Coerce.Sendable(typeof(Action))]
[assembly: Coerce.Sendable(typeof(Func<>))]
[assembly: Coerce.Sendable(typeof(Func<,>))]

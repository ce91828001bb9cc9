namespace Coerce.TestKit;

/// <summary>What became of a simulation that passed.</summary>
/// <param name="Seed">The seed that chose the order of its steps.</param>
/// <param name="Steps">How many there were.</param>
/// <param name="Interleaving">A hash of the choices: simulations of one test that have the same one ran in the same order.</param>
public sealed record SimulationRun(int Seed, int Steps, ulong Interleaving);

/// <summary>What became of many simulations that passed.</summary>
/// <param name="Simulations">How many there were.</param>
/// <param name="Steps">How many steps they took together.</param>
/// <param name="Interleavings">How many of them ran in an order of their own: where that is few, more seeds will not find
/// more.</param>
public sealed record Exploration(int Simulations, long Steps, int Interleavings);

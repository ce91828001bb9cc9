namespace Coerce.Benchmarks.Suite;

/// <summary>A case that did not do its work.</summary>
internal sealed class SuiteException(string message) : Exception(message);

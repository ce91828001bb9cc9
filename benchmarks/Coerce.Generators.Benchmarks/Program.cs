using Coerce.Generators.Benchmarks;
using Coerce.Generators.Benchmarks.CompileTime;
using Coerce.Generators.Benchmarks.Startup;

var options = Options.Parse(args);
await (options.IsStartup ? StartupBenchmark.RunAsync(options) : CompileTimeBenchmark.RunAsync(options));

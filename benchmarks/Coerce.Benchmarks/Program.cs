using BenchmarkDotNet.Running;
using Coerce.Benchmarks.Suite;

if (args is ["suite", .. string[] options]) return await SuiteRunner.RunAsync(options, Console.Out, Console.Error);

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;

using Coerce.Savina;

return await SuiteConsole.RunAsync(args, Suite.Programs, Console.Out, Console.Error);

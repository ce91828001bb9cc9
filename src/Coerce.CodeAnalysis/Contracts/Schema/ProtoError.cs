namespace Coerce.CodeAnalysis.Contracts;

/// <summary>What is wrong in a proto file, and what to write instead. Lines and columns count from 1, as those of protoc.</summary>
internal readonly record struct ProtoError(int Line, int Column, string Message);

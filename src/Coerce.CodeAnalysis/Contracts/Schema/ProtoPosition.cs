namespace Coerce.CodeAnalysis.Contracts;

/// <summary>A part of a text.</summary>
internal readonly record struct TextRange(int Start, int End);

/// <summary>A part of a text, with its line and column, both from 1.</summary>
internal readonly record struct ProtoPosition(int Line, int Column, int Start, int Length);

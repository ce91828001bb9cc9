namespace Parsing;

public ref struct Cursor
{
    public ReadOnlySpan<char> Rest;
}

public readonly ref struct Token(ReadOnlySpan<char> text)
{
    public int Length { get; } = text.Length;
}

[Actor]
public sealed partial class Lexer
{
    private int _tokens;

    [Handles] int On(Cursor {|COERCE0003:message|}) => _tokens += message.Rest.Length;

    [Handles] Token {|COERCE0003:Last|}() => default;

    [Handles] int CountTokens() => _tokens;
}

public static class Use
{
    public static async Task<int> RunAsync(LexerRef lexer)
    {
        int tokens = await lexer.CountTokensAsync();
        return tokens;
    }
}

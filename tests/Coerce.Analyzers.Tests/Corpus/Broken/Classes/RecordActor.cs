namespace Games;

public sealed record Move(int From, int To);

[Actor]
public sealed partial record {|COERCE0002:Board|}(int Size)
{
    private int _moves;

    [Handles]
    bool On(Move message)
    {
        if (message.From == message.To || message.To >= Size) return false;
        _moves++;
        return true;
    }

    [Handles] int CountMoves() => _moves;
}

public sealed class Player(BoardRef board)
{
    public async ValueTask<int> PlayAsync(Move first, Move second)
    {
        bool moved = await board.AskAsync(first);
        if (moved) board.Tell(second);
        return await board.CountMovesAsync();
    }
}

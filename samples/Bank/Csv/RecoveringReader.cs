namespace Bank.Csv;

/// <summary>
/// Text that keeps what it has handed out until it is released, so that a reader that ran too far can start again one
/// line after the place where it went wrong.
/// </summary>
internal sealed class RecoveringReader(TextReader text) : TextReader
{
    private char[] _buffer = new char[16 * 1024];

    /// <summary>The first character that has not been released.</summary>
    private int _kept;

    /// <summary>The next character to hand out.</summary>
    private int _next;

    /// <summary>The end of what has been read from the text.</summary>
    private int _end;

    /// <summary>Whether what has been read so far holds a NUL, which no text has.</summary>
    public bool HasSeenNul { get; private set; }

    /// <summary>Lets go of characters from the start of what is kept.</summary>
    public void Release(int count) => _kept += count;

    /// <summary>Goes back to the start of what is kept, and on to the line after it.</summary>
    public async ValueTask SkipLineAsync()
    {
        _next = _kept;
        while (await PeekAsync() is { } current)
        {
            _kept = ++_next;
            if (current == '\n' || (current == '\r' && await PeekAsync() != '\n'))
                break;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
    {
        if (await PeekAsync() is null)
            return 0;

        int count = Math.Min(buffer.Length, _end - _next);
        _buffer.AsSpan(_next, count).CopyTo(buffer.Span);
        _next += count;
        return count;
    }

    public override Task<int> ReadAsync(char[] buffer, int index, int count) =>
        ReadAsync(buffer.AsMemory(index, count)).AsTask();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            text.Dispose();
    }

    private async ValueTask<char?> PeekAsync()
    {
        if (_next == _end)
        {
            MakeRoom();
            int count = await text.ReadAsync(_buffer.AsMemory(_end));
            HasSeenNul |= _buffer.AsSpan(_end, count).Contains('\0');
            _end += count;
        }

        return _next < _end ? _buffer[_next] : null;
    }

    private void MakeRoom()
    {
        if (_kept > 0)
        {
            _buffer.AsSpan(_kept, _end - _kept).CopyTo(_buffer);
            _next -= _kept;
            _end -= _kept;
            _kept = 0;
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
    }
}

using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Bank.Csv;

/// <summary>
/// A ledger file as a stream of entries. A row that cannot be read becomes a <see cref="RejectedRow"/>, and a quote
/// that is never closed costs its own line only: reading goes on at the line after it.
/// </summary>
internal sealed class LedgerReader : IDisposable
{
    public const string Header = "date,kind,account,to,amount,memo";

    /// <summary>How far an open quote is followed before it counts as one that was never closed.</summary>
    private const int LongestField = 16 * 1024;

    private readonly Stream _stream;
    private readonly RecoveringReader _text;
    private CsvParser _csv;

    /// <summary>Lines before the first one that <see cref="_csv"/> sees.</summary>
    private int _linesBefore;

    /// <summary>Characters of the records that <see cref="_csv"/> has finished.</summary>
    private long _finished;

    private bool _badQuotes;

    /// <summary>The line of the last record, if it was broken: reading goes on at the line after it.</summary>
    private int? _brokenLine;

    private LedgerReader(Stream stream)
    {
        _stream = stream;
        _text = new RecoveringReader(new StreamReader(stream, Encoding.UTF8, bufferSize: 64 * 1024));
        _csv = NewParser();
    }

    public bool AtEnd { get; private set; }

    /// <summary>How much of the file has been read, from 0 to 1; null for a pipe, which has no length.</summary>
    public double? Share => _stream.CanSeek ? (double)_stream.Position / Math.Max(_stream.Length, 1) : null;

    /// <summary>Opens a file and reads its header; the problem is for a person to read.</summary>
    public static async Task<(LedgerReader? Reader, string? Problem)> OpenAsync(string path)
    {
        if (Directory.Exists(path))
            return (null, "it is a directory");

        Stream stream;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, useAsync: true);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, "there is no such file");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return (null, "it cannot be read: " + failure.Message);
        }

        var reader = new LedgerReader(stream);
        string? problem = await reader.CheckHeaderAsync();
        if (problem is null)
            return (reader, null);

        reader.Dispose();
        return (null, problem);
    }

    /// <summary>The next entry, or null at the end of the file. Empty lines are passed over.</summary>
    public async ValueTask<LedgerEntry?> ReadAsync()
    {
        while (await ReadRecordAsync() is { } record)
        {
            if (record.Problem is not null)
                return new RejectedRow(record.Line, record.Problem);

            if (record.Fields is not [""])
                return RowParser.Parse(record.Line, record.Fields);
        }

        AtEnd = true;
        return null;
    }

    public void Dispose()
    {
        _csv.Dispose();
        _text.Dispose();
    }

    private async Task<string?> CheckHeaderAsync()
    {
        try
        {
            Record? record = await ReadRecordAsync();
            if (record is not { } header)
                return "it is empty";

            if (header.Problem is null && string.Join(',', header.Fields) == Header)
                return null;

            return _text.HasSeenNul
                ? "it is a binary file"
                : $"its first line is not the header {Header}";
        }
        catch (IOException failure)
        {
            return "it cannot be read: " + failure.Message;
        }
    }

    /// <summary>One record with the line it starts at, and its fields or what is wrong with its quotes.</summary>
    private async ValueTask<Record?> ReadRecordAsync()
    {
        if (_brokenLine is { } broken)
            await RestartAfterAsync(broken);

        int line = _linesBefore + _csv.RawRow + 1;
        string problem = "the quotes of the row do not match";
        try
        {
            if (!await _csv.ReadAsync())
                return null;

            _badQuotes = false;
            string[] fields = _csv.Record!;     // unescapes the fields, and so finds the bad quotes
            if (!_badQuotes)
            {
                _text.Release((int)(_csv.CharCount - _finished));
                _finished = _csv.CharCount;
                return new Record(line, fields, null);
            }
        }
        catch (MaxFieldSizeException)
        {
            problem = "a field is too long, or its quote is never closed";
        }

        _brokenLine = line;
        return new Record(line, [], problem);
    }

    /// <summary>
    /// What follows an open quote was taken into its field. Those lines are rows of their own: reads them again.
    /// </summary>
    private async ValueTask RestartAfterAsync(int line)
    {
        await _text.SkipLineAsync();
        _csv.Dispose();
        _csv = NewParser();
        _linesBefore = line;
        _finished = 0;
        _brokenLine = null;
    }

    private CsvParser NewParser() => new(
        _text,
        new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = _ => _badQuotes = true,
            IgnoreBlankLines = false,       // the parser would not count them as lines
            MaxFieldSize = LongestField,
        },
        leaveOpen: true);

    private readonly record struct Record(int Line, string[] Fields, string? Problem);
}

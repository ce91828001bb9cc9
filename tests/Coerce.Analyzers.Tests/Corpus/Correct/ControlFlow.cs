namespace Flow;

[Actor]
public sealed partial class Machine
{
    private int _state;

    [Handles]
    int Run2(int steps)
    {
        for (int i = 0; i < steps; i++)
        {
            switch (_state)
            {
                case 0:
                    _state = 2;
                    goto case 3;
                case 1:
                    goto Done;
                case 3:
                    _state++;
                    break;
                case 2 when steps > 3:
                    checked { _state += steps; }
                    break;
                default:
                    unchecked { _state += int.MaxValue; }
                    continue;
            }

            do
            {
                if (--_state == 1) break;
            }
            while (_state > 0);
        }

    Done:
        lock (this)
        {
            return _state;
        }
    }

    [Handles]
    string Try(string text)
    {
        try
        {
            using var reader = new StringReader(text);
            return reader.ReadLine() ?? throw new EndOfStreamException();
        }
        catch (EndOfStreamException) when (text.Length == 0)
        {
            return "";
        }
        catch (Exception failure) when (failure is IOException or ArgumentException)
        {
            throw new InvalidOperationException("Not this way.", failure);
        }
        finally
        {
            _state++;
        }
    }
}

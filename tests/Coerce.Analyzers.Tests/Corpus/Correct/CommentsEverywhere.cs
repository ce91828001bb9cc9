/* before everything */ namespace /* between */ Comments /* after */ ; // end

/// <summary>Text.</summary>
public /* readonly */ readonly /* record */ record /* struct */ struct /* name */ Note /* ( */ ( /* string */ string /* text */ Text /* ) */ ) /* ; */ ;

// [Actor] public class NotThis { [Handles] void On(int m) { } }
/* [Actor]
public class NotThisEither { } */
#if false
[Actor] public static class NorThis { [Handles] static void On() { } }
#endif

[/* the attribute */ Actor /* without arguments */] // really
public /* it is */ sealed /* and */ partial /* class */ class /* of */ Notebook /* { */
{ // open
    private /* list */ readonly List<string> _notes /* = */ = /* [] */ [];

    [/* handles */ Handles /**/ ] /* int */ int /* On */ On /* ( */ ( /* Note */ Note /* message */ message /* ) */ ) /* => */
        => /* add */ Add /* ( */ ( message . /* text */ Text /* ) */ ) /* ; */ ; // done

    private int Add(string text)
    {
        _notes.Add(text); /* one more */
        return /* how many */ _notes.Count;
    }
} /* close */
// the end, without a line after it

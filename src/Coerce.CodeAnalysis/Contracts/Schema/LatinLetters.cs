namespace Coerce.CodeAnalysis.Contracts;

/// <summary>Latin letters with marks, and what they are without. A table, as what the platform knows of letters changes with its versions.</summary>
internal static class LatinLetters
{
    private const int First = 0xC0;

    private static readonly string[] Letters = (
            "A A A A A A Ae C E E E E I I I I D N O O O O O _ O U U U U Y Th ss "
            + "a a a a a a ae c e e e e i i i i d n o o o o o _ o u u u u y th y "
            + "A a A a A a C c C c C c C c D d D d E e E e E e E e E e G g G g "
            + "G g G g H h H h I i I i I i I i I i Ij ij J j K k k L l L l L l L "
            + "l L l N n N n N n n Ng ng O o O o O o Oe oe R r R r R r S s S s S s "
            + "S s T t T t T t U u U u U u U u U u U u W w Y y Y Z z Z z Z z s")
        .Split(' ');

    public static string? Plain(int letter) => letter >= First && letter < First + Letters.Length ? Letters[letter - First] : null;
}

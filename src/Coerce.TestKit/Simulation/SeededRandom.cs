namespace Coerce.TestKit;

/// <summary>Random numbers that a seed fixes, in streams that have nothing to do with each other.</summary>
internal static class SeededRandom
{
    public static Random New(int seed, uint stream)
    {
        // Neighbouring seeds are the rule here, and Random begins alike with them: so they are mixed first.
        uint mixed = unchecked((uint)seed + (stream * 0x9E3779B9));
        mixed = unchecked((mixed ^ (mixed >> 16)) * 0x85EBCA6B);
        mixed = unchecked((mixed ^ (mixed >> 13)) * 0xC2B2AE35);
        return new Random((int)((mixed ^ (mixed >> 16)) & int.MaxValue));
    }
}

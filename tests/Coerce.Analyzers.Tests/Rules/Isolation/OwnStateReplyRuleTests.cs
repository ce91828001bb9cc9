using Coerce.Analyzers.Tests.Harness;

namespace Coerce.Analyzers.Tests.Rules.Isolation;

/// <summary>COERCE0203.</summary>
public sealed class OwnStateReplyRuleTests
{
    [Theory]
    [InlineData("[Handles] List<string> Get() => {|COERCE0203:_tags|};")]
    [InlineData("[Handles] List<string> Get() => {|COERCE0203:this._tags|};")]
    [InlineData("[Handles] IReadOnlyList<string> Get() { return {|COERCE0203:_tags|}; }")]
    [InlineData("[Handles] IReadOnlyList<string> Get() { if (_tags.Count > 1) return []; return ({|COERCE0203:_tags|}); }")]
    [InlineData("[Handles] Task<List<string>> Get() => Task.FromResult({|COERCE0203:_tags|});")]
    [InlineData("[Handles] ValueTask<List<string>> Get() => new ValueTask<List<string>>({|COERCE0203:_tags|});")]
    [InlineData("[Handles] ValueTask<List<string>> Get() => new({|COERCE0203:_tags|});")]
    [InlineData("[Handles] ValueTask<List<string>> Get() => ValueTask.FromResult({|COERCE0203:_tags|});")]
    [InlineData("[Handles] async Task<List<string>> Get() { await Task.Yield(); return {|COERCE0203:_tags|}; }")]
    [InlineData("[Handles] List<string> Get(bool all) => all ? {|COERCE0203:_tags|} : {|COERCE0203:_others|} ?? [];")]
    [InlineData("[Handles] List<string> Get() => {|COERCE0203:_others|} ?? {|COERCE0203:_tags|};")]
    [InlineData("[Handles] IEnumerable<string> Get() => (IEnumerable<string>){|COERCE0203:_tags|};")]
    [InlineData("[Handles] List<string> Get() => {|COERCE0203:_others|} ??= [];")]
    [InlineData("[Handles] List<string> Get(int x) => x switch { 1 => {|COERCE0203:_tags|}, _ => [] };")]
    [InlineData("[Handles] List<string> Get() => {|COERCE0203:Auto|};")]
    [InlineData("[Handles] int[] Get() => {|COERCE0203:_numbers|};")]
    [InlineData("[Handles] List<int> Get() => {|COERCE0203:given|};")]
    [InlineData("[Handles] List<string> On(int m) => {|COERCE0203:_tags|};")]
    [InlineData("[Handles] async IAsyncEnumerable<List<string>> Get() { await Task.Yield(); yield return {|COERCE0203:_tags|}; }")]
    public Task Handler_ReturningItsState_IsReported(string handler) => Verify.ReportsAsync(Meter(handler));

    [Theory]
    [InlineData("[Handles] List<string> Get() => [.. _tags];")]
    [InlineData("[Handles] List<string> Get() => _tags.ToList();")]
    [InlineData("[Handles] List<string> Get() { var copy = new List<string>(_tags); return copy; }")]
    [InlineData("[Handles] int Get() => _tags.Count;")]
    [InlineData("[Handles] string Get() => _tags[0];")]
    [InlineData("[Handles] IReadOnlyList<int> Get() => _fixed;")]
    [InlineData("[Handles] ImmutableArray<int> Get() => _fixed;")]
    [InlineData("[Handles] List<string> Get() => Computed;")]
    [InlineData("List<string> Get() => _tags;")]
    [InlineData("[Handles] Deferred<List<string>> Get() { Func<List<string>> f = () => _tags; return new(); }")]
    [InlineData("[Handles] List<string> Get() { return Copy(); List<string> Copy() { return _tags; } }")]
    [InlineData("[Handles] int Get() => given.Count;")]
    public Task Handler_ReturningSomethingElse_IsNotReported(string handler) => Verify.ReportsAsync(Meter(handler));

    [Fact]
    public Task Behavior_ReturningItsStateOrTheActors_IsReported() => Verify.ReportsAsync("""
        [Actor]
        public sealed partial class Door
        {
            private readonly List<string> _guests = [];
            [Handles] int Count() => _guests.Count;

            [Behavior(Initial = true)]
            private sealed partial class Closed(Door door)
            {
                private readonly List<string> _own = [];
                [Handles] List<string> Guests() => {|COERCE0203:door._guests|};
                [Handles] List<string> Own() => {|COERCE0203:_own|};
            }
        }
        """);

    private static string Meter(string handler) => $$"""
        using System.Collections.Immutable;
        using System.Linq;
        #pragma warning disable CS0414
        [Actor]
        public sealed partial class Meter(List<int> given)
        {
            private readonly List<string> _tags = [];
            private List<string>? _others = null;
            private readonly int[] _numbers = [];
            private readonly ImmutableArray<int> _fixed = [];
            private List<string> Auto { get; } = [];
            private List<string> Computed => new(_tags);
            {{handler}}
            [Handles] int On(double m) => _tags.Count + _numbers.Length + _fixed.Length + Auto.Count + Computed.Count + given.Count + (_others = null)?.Count ?? 0;
        }
        """;
}

using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Tests.Wire;

/// <summary>Programs of before and after a change, built against one <c>contracts.proto</c> and run against each other.</summary>
public sealed class SchemaMatrixTests
{
    public static TheoryData<SchemaChangeCase> Cases => [.. SchemaChangeCases.All];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Change_AgainstTheFileOfBefore_IsReportedOrDoesNoHarm(SchemaChangeCase change)
    {
        ArgumentNullException.ThrowIfNull(change);
        Peer first = await Peer.BuildAsync(change.Old, change.OldValue, null);
        string schema = await first.UpdatedSchemaAsync();
        Peer before = await Peer.BuildAsync(change.Old, change.OldValue, schema);
        Assert.Empty(before.Texts);

        Peer after = await Peer.BuildAsync(change.New, change.NewValue, schema);
        Assert.Equal(change.Ids, string.Join(' ', after.Reported.Select(diagnostic => diagnostic.Id).Distinct().Order(StringComparer.Ordinal)));
        Assert.True(change.Text.Length == 0 || after.Texts.Any(text => text.Contains(change.Text, StringComparison.Ordinal)), string.Join("\n", after.Texts));
        byte[] old = await before.WriteAsync();
        if (change.NewReads is not null)
        {
            Assert.Equal(change.NewReads, Show(await after.ReadAsync(old)));
            Assert.Equal(change.OldReads, Show(await before.ReadAsync(await after.WriteAsync())));
        }

        // Once the file is up to date nothing is misread, whatever the change was.
        Peer updated = await Peer.BuildAsync(change.New, change.NewValue, await after.UpdatedSchemaAsync());
        Assert.Empty(updated.Texts);
        if (change.NewReads is not null) Assert.Equal(change.NewReads, Show(await updated.ReadAsync(old)));
        Assert.Equal(Show(await updated.ReadAsync(await updated.WriteAsync())), Show(await after.ReadAsync(await after.WriteAsync())));
    }

    private static string Show(string json) => json.Replace('"', '\'');
}

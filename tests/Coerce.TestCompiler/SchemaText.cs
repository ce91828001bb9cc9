using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Coerce.TestCompiler;

/// <summary>The <c>contracts.proto</c> of a project in memory.</summary>
internal sealed class SchemaText(string text) : AdditionalText
{
    public override string Path => "/project/contracts.proto";

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
}

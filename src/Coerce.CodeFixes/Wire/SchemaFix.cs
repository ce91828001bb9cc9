using System;
using System.Collections.Immutable;
using System.Composition;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Coerce.CodeAnalysis;
using Coerce.CodeAnalysis.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Coerce.CodeFixes.Wire;

/// <summary>COERCE0402, COERCE0403, COERCE0406: brings <c>contracts.proto</c> up to date, or writes it.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(SchemaFix),
    DocumentKinds = [nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument)])]
[Shared]
public sealed class SchemaFix : CodeFixProvider
{
    private const string Break = "COERCE0402";
    private const string Missing = "COERCE0406";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Break, "COERCE0403", Missing];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => SchemaFixAll.Instance;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var project = context.TextDocument.Project;
        foreach (var diagnostic in context.Diagnostics)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    TitleOf(diagnostic.Id),
                    cancellationToken => UpdateAsync(project.Solution, project.Id, cancellationToken),
                    equivalenceKey: diagnostic.Id == Break ? nameof(Break) : nameof(SchemaFix)),
                diagnostic);
        }

        return Task.CompletedTask;
    }

    internal static string TitleOf(string id) => id switch
    {
        Break => "Break with older peers: give it a new place in contracts.proto",
        Missing => "Write contracts.proto",
        _ => "Bring contracts.proto up to date",
    };

    /// <summary>The solution with the file of a project as its code asks for it.</summary>
    internal static async Task<Solution> UpdateAsync(Solution solution, ProjectId id, CancellationToken cancellationToken)
    {
        var project = solution.GetProject(id)!;
        var compilation = await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
        if (compilation is null || GeneratedSchema.Of(compilation) is not { } wanted)
        {
            return solution;
        }

        var comments = ContractComments.Of(compilation, wanted, cancellationToken);
        if (project.AdditionalDocuments.FirstOrDefault(static file => ContractSettings.IsSchema(file.FilePath ?? file.Name)) is { } document)
        {
            var old = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            return solution.WithAdditionalDocumentText(document.Id, SourceText.From(SchemaUpdate.Apply(old.ToString(), wanted, comments), old.Encoding));
        }

        var folder = Path.GetDirectoryName(project.FilePath);
        return solution.AddAdditionalDocument(
            DocumentId.CreateNewId(id),
            ContractSettings.FileName,
            SourceText.From(SchemaUpdate.Apply(null, wanted, comments), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)),
            filePath: folder is null ? ContractSettings.FileName : Path.Combine(folder, ContractSettings.FileName));
    }
}

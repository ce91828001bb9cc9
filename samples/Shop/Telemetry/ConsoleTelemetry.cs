using Coerce;
using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Shop;

/// <summary>Traces and metrics of requests and actors, by OpenTelemetry, to the console. An application sends them to a collector
/// instead: AddOtlpExporter().</summary>
public sealed class ConsoleTelemetry : IHostedService
{
    private static readonly string[] Sources = [CoerceTelemetry.Name, "Microsoft.AspNetCore"];

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _traces = Sdk.CreateTracerProviderBuilder()
            .AddSource(Sources)
            .AddProcessor(new SimpleActivityExportProcessor(new ConsoleTraces()))
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .AddMeter(CoerceTelemetry.Name)
            .AddReader(new PeriodicExportingMetricReader(new ConsoleMetrics(), exportIntervalMilliseconds: 30_000))
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _traces?.Dispose();
        _metrics?.Dispose();
        return Task.CompletedTask;
    }

    private sealed class ConsoleTraces : BaseExporter<Activity>
    {
        public override ExportResult Export(in Batch<Activity> batch)
        {
            foreach (Activity span in batch)
                Console.WriteLine($"trace {span.TraceId} {span.ParentSpanId}>{span.SpanId} {span.DisplayName} {span.Duration.TotalMilliseconds:0.00} ms");
            return ExportResult.Success;
        }
    }

    private sealed class ConsoleMetrics : BaseExporter<Metric>
    {
        public override ExportResult Export(in Batch<Metric> batch)
        {
            foreach (Metric metric in batch)
            {
                foreach (ref readonly MetricPoint point in metric.GetMetricPoints()) Console.WriteLine($"metric {metric.Name} {Value(metric, point)} {Tags(point)}");
            }

            return ExportResult.Success;
        }

        private static string Value(Metric metric, in MetricPoint point) => metric.MetricType switch
        {
            MetricType.LongSum or MetricType.LongSumNonMonotonic => $"{point.GetSumLong()} {metric.Unit}",
            MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => $"{point.GetSumDouble()} {metric.Unit}",
            MetricType.LongGauge => $"{point.GetGaugeLastValueLong()} {metric.Unit}",
            MetricType.DoubleGauge => $"{point.GetGaugeLastValueDouble()} {metric.Unit}",
            _ => $"{point.GetHistogramCount()} times, {point.GetHistogramSum():0.000} {metric.Unit} in all",
        };

        private static string Tags(in MetricPoint point)
        {
            List<string> tags = [];
            foreach (KeyValuePair<string, object?> tag in point.Tags) tags.Add($"{tag.Key}={tag.Value}");
            return string.Join(' ', tags);
        }
    }
}

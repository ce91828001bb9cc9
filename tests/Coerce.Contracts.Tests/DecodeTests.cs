using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using Coerce.Contracts.Subjects;
using Coerce.Dispatch;
using Subjects;

namespace Coerce.Contracts.Tests;

/// <summary>What <c>protoc --decode</c> shows of our bytes.</summary>
public sealed class DecodeTests
{
    [Fact]
    public void Record_Decoded_HasItsFields() => Check<Item, ItemContract>(new Item(-3, "tür"), """
        number: -3
        name: "t\303\274r"
        """);

    [Fact]
    public void Enums_Decoded_HaveTheirNames() => Check<MaybeEnums, MaybeEnumsContract>(new MaybeEnums(Colour.Blue, Signed.Below, Tiny.None, (Short)77, null, Long.Least, null), """
        colour: COLOUR_BLUE
        signed: SIGNED_BELOW
        tiny: TINY_NONE
        short: 77
        long: LONG_LEAST
        """);

    [Fact]
    public void Hierarchy_Decoded_HasItsCase() => Check<Drawing, DrawingContract>(
        new Drawing(
            new Shape.Square(1.5, null),
            null,
            [new Shape.Empty()],
            ImmutableDictionary<string, Shape>.Empty.Add("one", new Shape.Group([], new Shape.Circle(2))),
            new Shape.Circle(0)),
        """
        main {
          square {
            side: 1.5
          }
        }
        shapes {
          empty {
          }
        }
        named {
          key: "one"
          value {
            group {
              frame {
                circle {
                  radius: 2
                }
              }
            }
          }
        }
        round {
        }
        """);

    [Fact]
    public void Times_Decoded_AreThoseOfProtobuf() => Check<MaybeTimes, MaybeTimesContract>(
        new MaybeTimes(new DateOnly(1970, 2, 1), null, DateTimeOffset.UnixEpoch.AddTicks(-1), TimeSpan.FromSeconds(-1.5), -1.5m),
        """
        date: 31
        timestamp {
          seconds: -1
          nanos: 999999900
        }
        duration {
          seconds: -1
          nanos: -500000000
        }
        decimal {
          low: 15
          sign_scale: 3
        }
        """);

    private static void Check<T, TContract>(T value, string expected)
        where T : notnull
        where TContract : IContract<T>
        => Assert.Equal(expected, Decode(TContract.Name, GeneratedContract<T, TContract>.Instance.ToBytes(value)));

    private static string Decode(string message, byte[] bytes)
    {
        var start = new ProcessStartInfo(Executable) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add("--decode=" + message);
        start.ArgumentList.Add("-I" + Folder("Project"));
        start.ArgumentList.Add("-I" + Folder("Protos"));
        start.ArgumentList.Add("-I" + Path.Combine(Folder("GrpcTools"), "build", "native", "include"));
        start.ArgumentList.Add("contracts.proto");
        using Process process = Process.Start(start)!;
        process.StandardInput.BaseStream.Write(bytes);
        process.StandardInput.Close();
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return text.ReplaceLineEndings("\n").TrimEnd('\n');
    }

    private static string Folder(string key)
        => Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == key).Value!;

    private static string Executable
    {
        get
        {
            string cpu = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
            return OperatingSystem.IsWindows() ? Path.Combine(Folder("GrpcTools"), "tools", "windows_x64", "protoc.exe")
                : Path.Combine(Folder("GrpcTools"), "tools", OperatingSystem.IsMacOS() ? "macosx_universal" : "linux_" + cpu, "protoc");
        }
    }
}

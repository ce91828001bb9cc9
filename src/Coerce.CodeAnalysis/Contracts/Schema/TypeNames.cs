namespace Coerce.CodeAnalysis.Contracts;

/// <summary>Which type a written name means, by protobuf's rules: the innermost scope that knows its first part decides.</summary>
internal sealed class TypeNames
{
    private readonly HashSet<string> _types;
    private readonly HashSet<string> _packages = new(StringComparer.Ordinal);
    private readonly HashSet<string> _scopes;
    private readonly HashSet<string> _methods;

    /// <param name="package">The package of the file.</param>
    /// <param name="types">Full names of messages and enums.</param>
    /// <param name="services">Full names of services, which hide what has their name.</param>
    /// <param name="methods">Full names of methods, which hide types in their service.</param>
    public TypeNames(string package, IEnumerable<string> types, IEnumerable<string> services, IEnumerable<string> methods)
    {
        _types = new HashSet<string>(types, StringComparer.Ordinal);
        _methods = new HashSet<string>(methods, StringComparer.Ordinal);
        for (string part = package; part.Length > 0; part = Outer(part))
        {
            _packages.Add(part);
        }

        _scopes = new HashSet<string>(_types.Concat(services).Concat(_packages), StringComparer.Ordinal);
    }

    public static TypeNames Of(Schema schema, IEnumerable<string> types) => new(
        schema.Package, types.Select(schema.Full), schema.Services.Select(service => schema.Full(service.Name)),
        schema.Services.SelectMany(service => service.Methods.Select(method => schema.Full(service.Name + "." + method.Name))));

    public static string Outer(string name) => name.LastIndexOf('.') is >= 0 and var dot ? name.Substring(0, dot) : "";

    public bool Knows(string fullName) => _types.Contains(fullName);

    /// <summary>The full name, or null when the name is that of a method, or leads into a scope that has no such type.</summary>
    public string? Resolve(string written, string scope)
    {
        if (written.StartsWith(".", StringComparison.Ordinal))
        {
            return written.Substring(1);
        }

        int dot = written.IndexOf('.');
        string first = dot < 0 ? written : written.Substring(0, dot);
        for (string outer = scope; ; outer = Outer(outer))
        {
            string prefix = outer.Length == 0 ? "" : outer + ".";
            if (dot < 0 && _methods.Contains(prefix + first))
            {
                return null;
            }

            if (dot < 0 ? _types.Contains(prefix + first) : _scopes.Contains(prefix + first))
            {
                string full = prefix + written;

                // What else is in a package, other files say.
                return _types.Contains(full) || _packages.Contains(prefix + first) ? full : null;
            }

            if (outer.Length == 0)
            {
                return written;
            }
        }
    }

    /// <summary>The shortest name that means a type in a scope.</summary>
    public string Write(string fullName, string scope)
    {
        if (ProtoLimits.IsScalar(fullName))
        {
            return fullName;
        }

        int start = Knows(fullName) ? fullName.LastIndexOf('.') + 1 : 0;
        while (true)
        {
            string written = fullName.Substring(start);
            if (!ProtoNames.IsReserved(written.Split('.')[0]) && Resolve(written, scope) == fullName)
            {
                return written;
            }

            if (start == 0)
            {
                return "." + fullName;
            }

            start = start < 2 ? 0 : fullName.LastIndexOf('.', start - 2) + 1;
        }
    }
}

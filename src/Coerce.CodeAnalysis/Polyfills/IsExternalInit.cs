using System.ComponentModel;

namespace System.Runtime.CompilerServices;

// netstandard2.0 has none, and the compiler wants one for every init accessor and record.
[EditorBrowsable(EditorBrowsableState.Never)]
internal static class IsExternalInit;

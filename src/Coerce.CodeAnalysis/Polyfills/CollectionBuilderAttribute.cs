using System.ComponentModel;

namespace System.Runtime.CompilerServices;

// netstandard2.0 has none, and the compiler looks for one on types that collection expressions make.
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
internal sealed class CollectionBuilderAttribute(Type builderType, string methodName) : Attribute
{
    public Type BuilderType => builderType;

    public string MethodName => methodName;
}

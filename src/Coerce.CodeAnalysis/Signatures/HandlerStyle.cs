namespace Coerce.CodeAnalysis;

internal enum HandlerStyle
{
    /// <summary><c>On</c> or <c>OnAsync</c>: the message is a parameter.</summary>
    Message,

    /// <summary>Any other name: the message type is generated from the parameters.</summary>
    Method,
}

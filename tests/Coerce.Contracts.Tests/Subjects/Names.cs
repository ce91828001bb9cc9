namespace Subjects;

[Contract]
public sealed record Keywords(
    int @class, string @event, bool @new, int? @params, long @value, int @default, string @string, int Size, int Output, int Input, int Reader,
    int Tag, int Json, int Name, int Message, int Option, int Import, int Oneof, int Item, int one);

[Contract]
public sealed record Odd(int _1, int __x, int _, int X1, int X_1, int HTTPStatus, int HttpStatus, int A, int a);

[Contract]
public sealed record Größe(int Länge, string 名前, double Ærø, int İstanbul);

[Contract("Renamed")]
public sealed record Original(int Number);

[Contract]
public sealed record @message(int @package);

namespace Coerce.Generators.Tests.Contracts;

/// <summary>Files that people write, with all that may stand in proto3.</summary>
internal static class OddFiles
{
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>
    {
        ["empty"] = "syntax = 'proto3';",
        ["marked and with CRLF"] = "\uFEFFsyntax = \"proto3\";\r\n\r\npackage bank;\r\n\r\n// An account.\r\nmessage Account {\r\n  uint32 balance = 1; // now\r\n}\r\n",
        ["words as names"] = """
            syntax = "proto3";
            package message.service;
            message Words {
              string message = 1; int32 reserved = 2; bool optional = 3; bytes map = 4; double syntax = 5; repeated float to = 6; sint32 max = 7;
              optional string repeated = 8; uint64 oneof = 9; fixed32 rpc = 10; sfixed64 stream = 11; string enum = 12; string string = 13;
              map<string, Words> option = 14;
            }
            enum Kinds { message = 0; max = 1; }
            service Calls { rpc rpc (Words) returns (stream Words); rpc stream (stream Words) returns (Words) { } }
            """,
        ["numbers of all kinds"] = """
            syntax = "proto3";
            message Numbers {
              reserved 5, 0x10 to 0x1F, 040, 1000 to max;
              reserved "old" "est", 'older';
              int32 hex = 0xA; int32 octal = 011; int32 last = 999;
            }
            enum Signs { option allow_alias = true; reserved -5 to -3, 9 to max; reserved "GONE"; ZERO = 0; NIL = 0; MINUS = -1; LEAST = -0x80000000; }
            """,
        ["options everywhere"] = """"
            syntax = "proto3";
            import "google/protobuf/descriptor.proto";
            import public "google/protobuf/any.proto";
            option java_package = "org" ".bank";
            option optimize_for = SPEED;
            message A {
              option deprecated = true;
              int32 x = 1 [deprecated = true, json_name = "y;}"];
              oneof o { string a = 2 [deprecated = false]; A b = 3; }
              repeated int32 z = 4 [packed = false]; ;
            }
            enum E { Z = 0 [deprecated = true]; }
            service S {
              option deprecated = true;
              rpc M (A) returns (A) { option deprecated = true; option idempotency_level = NO_SIDE_EFFECTS; };
            }
            """",
        ["scopes"] = """
            syntax = "proto3";
            package a.b;
            import "coerce/actor_ref.proto";
            import "google/protobuf/timestamp.proto";
            message C { C self = 1; message C { message D { } D d = 1; C c = 2; a.b.C top = 3; .a.b.C.C inner = 4; } C inner = 2; C.D deep = 3; b.C half = 4; }
            message D { C.C.D d = 1; coerce.ActorRef ref = 2; .google.protobuf.Timestamp at = 3; map<int64, C.C> m = 4; E e = 5; repeated E es = 6; enum E { F = 0; } }
            enum E { G = 0; }
            service S { rpc Of (C.C) returns (.coerce.ActorRef); }
            """,
        ["comments in all places"] = """
            /* block // not a line */ syntax /* = */ = "proto3" ; // "
            message /* name */ A /* { */ { // }
              /* * / */ int32 // type
                x = /* 2 */ 1 [ /* ] */ deprecated = true ] ; /**/
              // reserved 1;
            }
            """,
        ["on one line"] = "syntax=\"proto3\";message A{oneof o{int32 x=1;B b=2;}message B{}enum E{Z=0;}E e=3;optional B c=4;map<bool,E>m=5;}service S{rpc M(A)returns(A.B);}",
    };
}

namespace Subjects;

/// <summary>Fields beyond 15 have tags of two bytes.</summary>
[Contract]
public sealed record Wide(
    int F1, string F2, long? F3, double F4, bool F5, Guid F6, DateOnly F7, Item? F8, int[] F9, Colour F10,
    int F11, string F12, long? F13, double F14, bool F15, Guid F16, DateOnly F17, Item? F18, int[] F19, Colour F20,
    int F21, string F22, long? F23, double F24, bool F25, Guid F26, DateOnly F27, Item? F28, int[] F29, Colour F30,
    int F31, string F32, long? F33, double F34, bool F35, Guid F36, DateOnly F37, Item? F38, int[] F39, Colour F40,
    int F41, string F42, long? F43, double F44, bool F45, Guid F46, DateOnly F47, Item? F48, int[] F49, Colour F50,
    int F51, string F52, long? F53, double F54, bool F55, Guid F56, DateOnly F57, Item? F58, int[] F59, Colour F60,
    int F61, string F62, long? F63, double F64, bool F65, Guid F66, DateOnly F67, Item? F68, int[] F69, Colour F70,
    int F71, string F72, long? F73, double F74, bool F75, Guid F76, DateOnly F77, Item? F78, int[] F79, Colour F80,
    int F81, string F82, long? F83, double F84, bool F85, Guid F86, DateOnly F87, Item? F88, int[] F89, Colour F90,
    int F91, string F92, long? F93, double F94, bool F95, Guid F96, DateOnly F97, Item? F98, int[] F99, Colour F100,
    int F101, string F102, long? F103, double F104, bool F105, Guid F106, DateOnly F107, Item? F108, int[] F109, Colour F110,
    int F111, string F112, long? F113, double F114, bool F115, Guid F116, DateOnly F117, Item? F118, int[] F119, Colour F120,
    int F121, string F122, long? F123, double F124, bool F125, Guid F126, DateOnly F127, Item? F128, int[] F129, Colour F130,
    int F131, string F132, long? F133, double F134, bool F135, Guid F136, DateOnly F137, Item? F138, int[] F139, Colour F140,
    int F141, string F142, long? F143, double F144, bool F145, Guid F146, DateOnly F147, Item? F148, int[] F149, Colour F150,
    int F151, string F152, long? F153, double F154, bool F155, Guid F156, DateOnly F157, Item? F158, int[] F159, Colour F160,
    int F161, string F162, long? F163, double F164, bool F165, Guid F166, DateOnly F167, Item? F168, int[] F169, Colour F170,
    int F171, string F172, long? F173, double F174, bool F175, Guid F176, DateOnly F177, Item? F178, int[] F179, Colour F180,
    int F181, string F182, long? F183, double F184, bool F185, Guid F186, DateOnly F187, Item? F188, int[] F189, Colour F190,
    int F191, string F192, long? F193, double F194, bool F195, Guid F196, DateOnly F197, Item? F198, int[] F199, Colour F200);

namespace   Weird  ;

  public
    readonly
      record struct   Odd ( int   Value )  ;

[
  Actor
  (
    "weird"
  )
]
public                                                          sealed
                            partial
class
          Thing        (    int   start   )
{ private int _n = start; [ Handles ] int On ( Odd
m ) => _n +=
m . Value ; [Handles]int/* the name */Next/* no parameters */(/* really none */)=>++_n;

            [Handles] //  a comment
            // and another
            async /* not really */ System . Threading . Tasks . Task < int >
            Later ( [ System.Diagnostics.CodeAnalysis.AllowNull ] string   text , System.Threading.CancellationToken   token   =   default ( System.Threading.CancellationToken ) )
            {
                await System.Threading.Tasks.Task.Delay(1,token)   ;
                return   text ?. Length   ??   _n   ;
            } }

public static class Use { public static async Task<int> RunAsync(ThingRef r) { var a=await r.NextAsync();var b=await r.AskAsync(new Odd(a));return a+b+await r.LaterAsync("x"); } }

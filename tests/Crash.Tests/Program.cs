using Networks.Crash.Tests.Storage;

// What the tests start in order to kill it.
return args switch
{
    ["write-until-killed", var store, var seed] => await StorageVictim.WriteUntilKilled(store, int.Parse(seed)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("This assembly is run by dotnet test; as a program it is what the crash tests kill.");
    return 2;
}

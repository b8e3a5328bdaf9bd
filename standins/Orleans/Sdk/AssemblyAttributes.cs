using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Orleans.Server")]
[assembly: InternalsVisibleTo("Orleans.AdoNet")]
[assembly: InternalsVisibleTo("Orleans.TestingHost")]

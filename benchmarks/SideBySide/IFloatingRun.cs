namespace Networks.Benchmarks.SideBySide;

/// <summary>A run whose work is not bound to the servers' cores: it uses all, for us and for the peer.</summary>
internal interface IFloatingRun : IRun;

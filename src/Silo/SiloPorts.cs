using System.Net;
using System.Net.Sockets;

namespace Networks.Silo;

/// <summary>The two ports of a silo on the loopback: one for other silos, one for clients.</summary>
/// <param name="Silo">For other silos.</param>
/// <param name="Gateway">For clients.</param>
public sealed record SiloPorts(int Silo, int Gateway)
{
    /// <summary>Two ports that are free now, so that several servers on one machine never collide.</summary>
    public static SiloPorts Free()
    {
        using var silo = new TcpListener(IPAddress.Loopback, 0);
        using var gateway = new TcpListener(IPAddress.Loopback, 0);
        silo.Start();
        gateway.Start();
        return new SiloPorts(((IPEndPoint)silo.LocalEndpoint).Port, ((IPEndPoint)gateway.LocalEndpoint).Port);
    }
}

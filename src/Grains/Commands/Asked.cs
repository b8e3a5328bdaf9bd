using Networks.Domain.Commands;

namespace Networks.Grains.Commands;

/// <summary>A command as it came in: what tells it from every other.</summary>
/// <param name="Command">Its id.</param>
/// <param name="ExpectedVersion">The version its sender read; null = any.</param>
/// <param name="Digest">What it said (<see cref="CommandDigest"/>).</param>
internal readonly record struct Asked(CommandId Command, int? ExpectedVersion, string Digest);

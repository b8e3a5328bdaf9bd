using Networks.Domain.Measures;
using Networks.Grains.WardRegisters;
using Networks.Graph.Areas;

namespace Networks.Grains.Areas;

/// <summary>The area as one question finds it.</summary>
/// <param name="Graph">The picture on this silo's board.</param>
/// <param name="Register">Its wards.</param>
/// <param name="At">Now, and today in the area.</param>
/// <param name="IsComplete">False if some ward of the register could not show itself.</param>
internal sealed record LiveArea(AreaGraph Graph, WardRegister Register, Moment At, bool IsComplete);

using Networks.Grains;
using Networks.Grains.Residents;
using Orleans;
using Orleans.Runtime;

namespace Networks.Benchmarks.DurableWrites;

internal sealed class WriterGrain([PersistentState(StateNames.Resident, StateNames.Provider)] IPersistentState<ResidentState> state)
    : Grain, IWriterGrain
{
    public Task Write(int number)
    {
        state.State = SamplePeople.Resident(number, DurableWritesRun.WardsCount);
        return state.WriteStateAsync();
    }
}

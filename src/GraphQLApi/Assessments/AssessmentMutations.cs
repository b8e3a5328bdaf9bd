using System.Collections.Immutable;
using HotChocolate.Types;
using Networks.Domain.Assessments;
using Networks.Domain.Residents;
using Networks.GraphQLApi.Commands;
using Orleans;

namespace Networks.GraphQLApi.Assessments;

/// <summary>What residents answer to published sets of questions.</summary>
[MutationType]
public static class AssessmentMutations
{
    /// <summary>Records a resident's answers. The same instrument and day again puts the new answers over the old.</summary>
    /// <param name="input">Who answered what, and when.</param>
    public static Task<RecordAssessmentPayload> RecordAssessmentAsync(
        RecordAssessmentInput input, CommandDoor door, IGrainFactory grains, CancellationToken cancellationToken) =>
        door.DoAsync(input, () => RecordAsync(input, grains, cancellationToken), cancellationToken);

    private static async Task<RecordAssessmentPayload> RecordAsync(
        RecordAssessmentInput input, IGrainFactory grains, CancellationToken cancellationToken)
    {
        var reader = new FactsReader("");
        var instrument = reader.Word<Instrument>(["instrument"], input.Instrument);
        AskedBy? askedBy = input.AskedBy is { } word ? reader.Word<AskedBy>(["askedBy"], word) : null;
        ImmutableArray<string> answers = [.. input.Answers.Select(answer => answer ?? "")];
        if (instrument is { } known && known.Fault(answers) is { } fault)
        {
            reader.Add(["answers"], fault, known.Answers());
        }

        if (reader.Faults.Count > 0)
        {
            return RecordAssessmentPayload.Refused(reader.Faults);
        }

        var assessment = new Assessment
        {
            Instrument = instrument!.Value,
            On = input.On,
            Answers = answers,
            AskedBy = askedBy,
            Version = input.Version
        };
        var deed = await ResidentDeeds.DoAsync(
            grains, input, id => new RecordAssessment { CommandId = id, Assessment = assessment }, cancellationToken);
        return deed.Error is { } error ? RecordAssessmentPayload.Refused([error]) : RecordAssessmentPayload.Done(deed, assessment);
    }
}

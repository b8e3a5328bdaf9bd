namespace Networks.Import.Refusals;

/// <summary>Why a file, a row or a cell is refused. The words are kept for good: people's scripts read them.</summary>
public static class RefusalCode
{
    /// <summary>The file is no comma-separated UTF-8 text with a header: nothing of it was read.</summary>
    public const string NotCsv = "NOT_CSV";

    /// <summary>A required column is not in the header: nothing of the file was read.</summary>
    public const string MissingColumn = "MISSING_COLUMN";

    /// <summary>A column stands twice in the header: nothing of the file was read.</summary>
    public const string DuplicateColumn = "DUPLICATE_COLUMN";

    /// <summary>Most ids are valid NHS numbers: nothing of the file was read.</summary>
    public const string LooksLikeNhsNumbers = "LOOKS_LIKE_NHS_NUMBERS";

    /// <summary>The file leans on another one that was refused whole: nothing of it was read.</summary>
    public const string NeedsRefusedFile = "NEEDS_REFUSED_FILE";

    /// <summary>The row has more or fewer cells than the header.</summary>
    public const string RaggedRow = "RAGGED_ROW";

    /// <summary>A quote opens and does not close as RFC 4180 asks.</summary>
    public const string BadQuotes = "BAD_QUOTES";

    /// <summary>The row holds bytes that are no UTF-8.</summary>
    public const string NotUtf8 = "NOT_UTF8";

    /// <summary>A cell holds what a spreadsheet writes where a formula failed or a column was too narrow.</summary>
    public const string SheetError = "SHEET_ERROR";

    /// <summary>A cell or line is longer than anything kept here.</summary>
    public const string TooLong = "TOO_LONG";

    /// <summary>A required cell is empty.</summary>
    public const string EmptyCell = "EMPTY_CELL";

    /// <summary>The text cannot be a reference.</summary>
    public const string BadReference = "BAD_REFERENCE";

    /// <summary>The id stands on an earlier line already.</summary>
    public const string DuplicateId = "DUPLICATE_ID";

    /// <summary>A row with the same key stands on an earlier line already.</summary>
    public const string DuplicateRow = "DUPLICATE_ROW";

    /// <summary>No such ward, neither in wards.csv nor in the store.</summary>
    public const string UnknownWard = "UNKNOWN_WARD";

    /// <summary>No such resident, neither in residents.csv nor in the store.</summary>
    public const string UnknownResident = "UNKNOWN_RESIDENT";

    /// <summary>No such volunteer, neither in volunteers.csv nor in the store.</summary>
    public const string UnknownVolunteer = "UNKNOWN_VOLUNTEER";

    /// <summary>No such group, neither in groups.csv nor in the store.</summary>
    public const string UnknownGroup = "UNKNOWN_GROUP";

    /// <summary>No such organisation, neither in organisations.csv nor in the store.</summary>
    public const string UnknownOrganisation = "UNKNOWN_ORGANISATION";

    /// <summary>Neither a known ward or area nor the code of an LSOA.</summary>
    public const string UnknownArea = "UNKNOWN_AREA";

    /// <summary>The person was erased; nothing is ever kept of her again.</summary>
    public const string Erased = "ERASED";

    /// <summary>Answers that the instrument does not have.</summary>
    public const string NotAnswers = "NOT_ANSWERS";

    /// <summary>Something that has happened, dated after the day of import.</summary>
    public const string AfterToday = "AFTER_TODAY";

    /// <summary>A contact with somebody the resident does not name.</summary>
    public const string UnknownTie = "UNKNOWN_TIE";

    /// <summary>The word is not one of a closed list.</summary>
    public const string NotInList = "NOT_IN_LIST";

    /// <summary>Not a date of the form 2026-03-31.</summary>
    public const string NotADate = "NOT_A_DATE";

    /// <summary>Not a number, or not a whole one.</summary>
    public const string NotANumber = "NOT_A_NUMBER";

    /// <summary>A number outside what it can mean.</summary>
    public const string OutOfRange = "OUT_OF_RANGE";

    /// <summary>Latitude without longitude, or the other way round.</summary>
    public const string HalfAPoint = "HALF_A_POINT";

    /// <summary>A start later than its end.</summary>
    public const string StartsAfterEnd = "STARTS_AFTER_END";

    /// <summary>A start or end more than 366 days after the day of import.</summary>
    public const string TooFarAhead = "TOO_FAR_AHEAD";

    /// <summary>Not an e-mail address.</summary>
    public const string NotAnEmail = "NOT_AN_EMAIL";

    /// <summary>The label of someone outside the register holds an e-mail address or a telephone number.</summary>
    public const string LabelIdentifies = "LABEL_IDENTIFIES";

    /// <summary>A tie from a resident to herself.</summary>
    public const string TieToSelf = "TIE_TO_SELF";

    /// <summary>A resident would have two matches at once.</summary>
    public const string SecondActiveMatch = "SECOND_ACTIVE_MATCH";

    /// <summary>Capacity lower than the places already taken.</summary>
    public const string BelowTaken = "BELOW_TAKEN";

    /// <summary>The volunteer or group has no place left for this row.</summary>
    public const string NoFreePlace = "NO_FREE_PLACE";

    /// <summary>The row is of another matching round than the one decided on.</summary>
    public const string OtherRound = "OTHER_ROUND";
}

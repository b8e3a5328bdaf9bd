-- The embedded store. The table is Orleans' own OrleansStorage layout (column names, meanings and hashes), with what the stock script
-- lacks: a unique key, and the ward of residents, volunteers and groups beside their payload, so that a ward finds its own.
-- Small columns stand before the payload: a long payload spills into further pages, and what follows it is slow to reach.
-- Room is nothing but zeros, which a new row brings along and gives up with its first change: without it rows stand page after page
-- without a gap, and the first change of each would have three or four pages shared out anew instead of writing its own.
CREATE TABLE IF NOT EXISTS OrleansStorage
(
    GrainIdHash            INT NOT NULL,
    GrainIdN0              BIGINT NOT NULL,
    GrainIdN1              BIGINT NOT NULL,
    GrainTypeHash          INT NOT NULL,
    GrainTypeString        NVARCHAR(512) NOT NULL,
    GrainIdExtensionString NVARCHAR(512) NULL,
    ServiceId              NVARCHAR(150) NOT NULL,
    Version                INT NULL,
    ModifiedOn             DATETIME NOT NULL,
    Ward                   TEXT NULL,
    PayloadBinary          BLOB NULL,
    Room                   BLOB NULL
);

CREATE UNIQUE INDEX IF NOT EXISTS UX_OrleansStorage ON OrleansStorage
    (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainTypeString, coalesce(GrainIdExtensionString, ''), ServiceId);

-- Covers (ward, id), so that the sweep of a ward and the directory of the whole store read no row. Versions are not in it: every change
-- would write a page of it. The server remembers them (RowVersions).
DROP INDEX IF EXISTS IX_OrleansStorage_Ward;
CREATE INDEX IF NOT EXISTS IX_OrleansStorage_Home ON OrleansStorage
    (Ward, GrainTypeString, GrainIdExtensionString) WHERE Ward IS NOT NULL;

-- Orleans has no reminders for SQLite; this is its table for the other databases. StartTime is ISO 8601 in universal time, Period is in
-- milliseconds, GrainHash is unsigned.
CREATE TABLE IF NOT EXISTS OrleansRemindersTable
(
    ServiceId    NVARCHAR(150) NOT NULL,
    GrainId      NVARCHAR(512) NOT NULL,
    ReminderName NVARCHAR(150) NOT NULL,
    StartTime    TEXT NOT NULL,
    Period       BIGINT NOT NULL,
    GrainHash    BIGINT NOT NULL,
    Version      INT NOT NULL,

    CONSTRAINT PK_RemindersTable PRIMARY KEY (ServiceId, GrainId, ReminderName)
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS IX_RemindersTable_GrainHash ON OrleansRemindersTable (ServiceId, GrainHash);

-- Command ids used within the last days, by the organisation that used them ('' = the store's own people). NotedAt is in milliseconds
-- since 1970. One after another and without an index: ids come in no order, so that each would write a page of its own. The server finds
-- them over an index in memory (NoteIndex), and the daily pass that removes old rows may read them all.
CREATE TABLE IF NOT EXISTS NetworksNotes
(
    Note         INTEGER PRIMARY KEY,
    Organisation TEXT NOT NULL,
    CommandId    TEXT NOT NULL,
    Digest       TEXT NOT NULL,
    NotedAt      BIGINT NOT NULL,
    Answer       TEXT NULL
);

-- One row: whose journal stands beside the store, up to which of its batches the tables hold it, and whether there must be one. It says so
-- once everything up to a batch has come in (JournalMark).
CREATE TABLE IF NOT EXISTS NetworksJournal
(
    Mark   INTEGER PRIMARY KEY CHECK (Mark = 1),
    Owner  TEXT NOT NULL,
    Kept   BIGINT NOT NULL,
    IsOpen INT NOT NULL
);

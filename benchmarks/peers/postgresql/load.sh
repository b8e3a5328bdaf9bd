#!/bin/bash
# usage: load.sh FOLDER DATABASE     drops and loads the database from the CSV files in FOLDER; one line "step seconds" a step, "total" last
FOLDER=$1 DATABASE=$2 HERE=$(cd "$(dirname "$0")" && pwd)
PORT=$("$HERE/cluster.sh" port)
sql() { psql -h 127.0.0.1 -p "$PORT" -U postgres -q -X -v ON_ERROR_STOP=1 "$@" || exit 1; }
timed() { local from=$EPOCHREALTIME; "${@:2}" || exit 1; awk -v n="$1" -v a="$from" -v b="$EPOCHREALTIME" 'BEGIN{printf "%s %.2f\n", n, b-a}'; }

copy() {
  sql -d "$DATABASE" <<SQL
\copy ward from '$FOLDER/wards.csv' csv
\copy household from '$FOLDER/households.csv' csv
\copy resident(id,household_id,ward_id,name,birth_year,interests,last_contact) from '$FOLDER/residents.csv' csv
\copy tie_raw from '$FOLDER/ties.csv' csv
\copy social_group(id,ward_id,name,interest,capacity,members,x,y) from '$FOLDER/groups.csv' csv
\copy membership from '$FOLDER/memberships.csv' csv
\copy volunteer(id,ward_id,name,capacity,matched,x,y) from '$FOLDER/volunteers.csv' csv
\copy befriending from '$FOLDER/befriending.csv' csv
SQL
}

derive() {
  sql -d "$DATABASE" \
    -c "INSERT INTO tie SELECT a,b,last_contact FROM tie_raw UNION ALL SELECT b,a,last_contact FROM tie_raw" \
    -c "UPDATE resident r SET tie_count=n FROM (SELECT resident_id,count(*) n FROM tie GROUP BY 1) t WHERE t.resident_id=r.id" \
    -c "DROP TABLE tie_raw"
}

indexes() { sql -d "$DATABASE" -f "$HERE/indexes.sql"; }
vacuum() { sql -d "$DATABASE" -c "VACUUM (FULL) resident" -c "VACUUM ANALYZE"; }

load() {
  timed copy copy
  timed both-directions-and-counts derive
  timed indexes-and-keys indexes
  timed vacuum-analyze vacuum
}

sql -c "DROP DATABASE IF EXISTS $DATABASE" -c "CREATE DATABASE $DATABASE" 2>/dev/null
sql -d "$DATABASE" -f "$HERE/schema.sql"
timed total load
sql -d "$DATABASE" -f "$HERE/functions.sql" -f "$HERE/graphql-functions.sql"
sql -d "$DATABASE" -c CHECKPOINT

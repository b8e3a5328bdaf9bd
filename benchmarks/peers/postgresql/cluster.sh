#!/bin/bash
# usage: cluster.sh start|stop|port|why-not     a private PostgreSQL on 127.0.0.1 whose files are in $PEERS_WORK/postgresql
# It stops no other server: pg_ctl acts on this data directory only. Durable as PostgreSQL comes: fsync and synchronous_commit stay on.
PEERS_WORK=${PEERS_WORK:-$(cd "$(dirname "$0")/../../.." && pwd)/artifacts/peers}
PORT=${PEERS_PORT:-55433}
DIR=$PEERS_WORK/postgresql
BIN=${PEERS_PG_BIN:-$(ls -d /usr/lib/postgresql/*/bin /usr/local/pgsql/bin /opt/homebrew/opt/postgresql*/bin 2>/dev/null | sort -V | tail -1)}
as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

why_not() {
  [ -x "$BIN/initdb" ] || { echo "no PostgreSQL server is installed (Debian: apt install postgresql)"; return; }
  command -v psql >/dev/null || { echo "no psql is installed"; return; }
  if [ "$(id -u)" = 0 ]; then
    command -v runuser >/dev/null && id postgres >/dev/null 2>&1 || { echo "PostgreSQL refuses to run as root and there is no user postgres"; return; }
    mkdir -p "$PEERS_WORK" && as test -x "$PEERS_WORK" || echo "the user postgres may not enter $PEERS_WORK"
  fi
}

start() {
  if [ ! -f "$DIR/data/PG_VERSION" ]; then
    mkdir -p "$DIR/data" "$DIR/socket"
    [ "$(id -u)" = 0 ] && chown -R postgres "$DIR"
    chmod 700 "$DIR/data"
    as "$BIN/initdb" -D "$DIR/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >/dev/null || exit 1
    cat >> "$DIR/data/postgresql.conf" <<CONF
listen_addresses='127.0.0.1'
port=$PORT
unix_socket_directories='$DIR/socket'
shared_buffers=2GB
effective_cache_size=12GB
work_mem=64MB
maintenance_work_mem=512MB
max_wal_size=4GB
checkpoint_timeout=15min
random_page_cost=1.1
effective_io_concurrency=100
max_connections=200
max_parallel_workers_per_gather=2
max_parallel_workers=3
jit=off
CONF
  fi
  as "$BIN/pg_ctl" -D "$DIR/data" status >/dev/null || as "$BIN/pg_ctl" -D "$DIR/data" -w -l "$DIR/server.log" start >/dev/null
}

case $1 in
  start) start ;;
  stop) as "$BIN/pg_ctl" -D "$DIR/data" -w -m fast stop >/dev/null ;;
  port) echo "$PORT" ;;
  why-not) why_not ;;
  *) sed -n 2,3p "$0"; exit 2 ;;
esac

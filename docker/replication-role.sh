#!/usr/bin/env bash
# Runs once, when the database is made: the role that the replica follows with, and its way in.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -v password="$CATALOGUE_REPLICATION_PASSWORD" -U "$POSTGRES_USER" -d "$POSTGRES_DB" <<'SQL'
CREATE ROLE catalogue_replication LOGIN REPLICATION PASSWORD :'password';
-- A replica that is gone for good must not fill the primary's disk.
ALTER SYSTEM SET max_slot_wal_keep_size = '2GB';
SQL
echo "host replication catalogue_replication all scram-sha-256" >> "$PGDATA/pg_hba.conf"

#!/usr/bin/env bash
# Runs once, when the database is made: the role that serves may log in; what it may do is granted by the migrations.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -v password="$CATALOGUE_SERVER_PASSWORD" -U "$POSTGRES_USER" -d "$POSTGRES_DB" <<'SQL'
CREATE ROLE catalogue_server LOGIN PASSWORD :'password';
SQL

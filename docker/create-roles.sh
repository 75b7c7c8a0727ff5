#!/bin/sh
# Run once by the PostgreSQL image on an empty volume: the application's role owns nothing.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$XIAOHAO_APP_PASSWORD" -U "$POSTGRES_USER" -d "$POSTGRES_DB" <<'SQL'
create role xiaohao_app login nosuperuser nocreatedb nocreaterole password :'password';
revoke all on database xiaohao from public;
grant connect, temporary on database xiaohao to xiaohao_app;
SQL

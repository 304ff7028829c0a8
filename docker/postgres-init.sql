-- Creates Passalong's roles and database when the PostgreSQL container starts for the first time.
\getenv owner_password PASSALONG_OWNER_PASSWORD
\getenv app_password PASSALONG_APP_PASSWORD

CREATE ROLE passalong_owner NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB LOGIN PASSWORD :'owner_password';
CREATE ROLE passalong_app NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB LOGIN PASSWORD :'app_password';
CREATE ROLE passalong_reader NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB NOLOGIN;
GRANT passalong_reader TO passalong_app;

CREATE DATABASE passalong OWNER passalong_owner ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE passalong FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE passalong TO passalong_app;

\connect passalong
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO passalong_app, passalong_reader;

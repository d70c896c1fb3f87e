-- Roles and database of one installation, for a PostgreSQL 15 or newer that somebody else runs.
-- Run once, connected to the database "postgres" as a superuser:
--   psql -v owner_password=… -v app_password=… -v queue_password=… -f scripts/database/roles.sql
-- The embedded PostgreSQL runs the same statements. NOINHERIT: the owner may become the queue's
-- role (SET ROLE) but does not hold its rights all the time.
CREATE ROLE archway_owner LOGIN CREATEDB NOINHERIT NOSUPERUSER NOCREATEROLE NOBYPASSRLS PASSWORD :'owner_password';
CREATE ROLE archway_app LOGIN NOCREATEDB NOSUPERUSER NOCREATEROLE NOBYPASSRLS PASSWORD :'app_password';
CREATE ROLE archway_queue LOGIN NOCREATEDB NOSUPERUSER NOCREATEROLE NOBYPASSRLS PASSWORD :'queue_password';
GRANT archway_queue TO archway_owner;
CREATE DATABASE archway OWNER archway_owner;

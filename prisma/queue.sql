-- Run by archway_queue after graphile-worker's own migration. The application may enqueue, and nothing else.
create schema if not exists jobs;
create or replace function jobs.enqueue(task text, payload json) returns void
  language plpgsql security definer set search_path = pg_catalog, graphile_worker, pg_temp
  as $$ begin perform graphile_worker.add_job(task, payload, max_attempts := 1); end $$;
revoke all on function jobs.enqueue(text, json) from public;
grant usage on schema jobs to archway_app;
grant execute on function jobs.enqueue(text, json) to archway_app;

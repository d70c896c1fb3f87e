-- Run by archway_queue after graphile-worker's own migration. The application may enqueue, and nothing else.
create schema if not exists jobs;
-- The key is the task with its payload: what waits already is not queued twice; what runs already is queued once more.
create or replace function jobs.enqueue(task text, payload json) returns void
  language plpgsql security definer set search_path = pg_catalog, graphile_worker, pg_temp
  as $$
  begin
    perform graphile_worker.add_job(
      identifier := task,
      payload := payload,
      max_attempts := 1,
      job_key := task || ' ' || payload::jsonb::text,
      job_key_mode := 'preserve_run_at');
  end $$;
revoke all on function jobs.enqueue(text, json) from public;
grant usage on schema jobs to archway_app;
grant execute on function jobs.enqueue(text, json) to archway_app;

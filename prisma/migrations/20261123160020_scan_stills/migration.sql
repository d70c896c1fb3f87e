-- The still picture of a scan (R41): for lists, and for browsers that draw no 3D. It lies at the place of the scan's
-- preview, so whatever removes the scan removes it, and its row goes with the scan's.
create table tenant.scan_still (
  practice_id uuid not null,
  upload_id uuid not null,
  tries integer not null,
  -- Until then a worker draws it, or it is not tried again.
  claimed_until timestamptz(3) not null,
  bytes integer,
  width integer,
  height integer,
  made_at timestamptz(3),
  failed_reason text,
  constraint scan_still_pkey primary key (practice_id, upload_id),
  constraint scan_still_practice_id_upload_id_fkey foreign key (practice_id, upload_id)
    references tenant.upload(practice_id, id) on delete cascade on update restrict,
  constraint scan_still_tries check (tries between 1 and 3),
  constraint scan_still_made check (made_at is null or (bytes > 0 and width > 0 and height > 0 and failed_reason is null)),
  constraint scan_still_reason check (failed_reason in ('missing', 'unreadable', 'empty', 'unexpected'))
);
alter table tenant.scan_still enable row level security;
alter table tenant.scan_still force row level security;
create policy own_practice on tenant.scan_still
  using (practice_id = tenant.current_practice()) with check (practice_id = tenant.current_practice());

-- Scans without a picture are looked for every few seconds.
create index upload_scan on tenant.upload (practice_id, created_at) where kind = 'scan' and state = 'stored';

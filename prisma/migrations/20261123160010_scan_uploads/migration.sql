-- Scans on their way (R41, S15): what came so far, piece by piece. The row goes once the pieces have become one file.
create table tenant.scan_upload (
  practice_id uuid not null,
  upload_id uuid not null,
  case_id uuid not null,
  -- 'bite' is neither upper nor lower: then the case's file has no arch.
  arch text not null,
  begun_by_person_id uuid not null,
  byte_count bigint not null,
  received_bytes bigint not null default 0,
  -- SHA-256 of the first megabyte: whether it is the same file when somebody chooses it again.
  head_sha256 bytea not null,
  -- Somebody is putting it together until then.
  finishing_until_at timestamptz(3),
  finished_at timestamptz(3),
  touched_at timestamptz(3) not null,
  constraint scan_upload_pkey primary key (practice_id, upload_id),
  constraint scan_upload_practice_id_upload_id_fkey foreign key (practice_id, upload_id)
    references tenant.upload(practice_id, id) on delete cascade on update restrict,
  constraint scan_upload_practice_id_case_id_fkey foreign key (practice_id, case_id)
    references tenant.lab_case(practice_id, id) on delete cascade on update restrict,
  constraint scan_upload_practice_fkey foreign key (practice_id)
    references identity.practice(id) on delete restrict on update restrict,
  constraint scan_upload_shape check (arch in ('upper', 'lower', 'bite') and byte_count between 1 and 200000000
    and received_bytes between 0 and byte_count and octet_length(head_sha256) = 32)
);
-- One at a time of a case, an arch and a person.
create unique index scan_upload_open on tenant.scan_upload (practice_id, case_id, arch, begun_by_person_id)
  where finished_at is null;
alter table tenant.scan_upload enable row level security;
alter table tenant.scan_upload force row level security;
create policy own_practice on tenant.scan_upload
  using (practice_id = tenant.current_practice()) with check (practice_id = tenant.current_practice());

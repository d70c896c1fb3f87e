import type { CaseStatus } from "./moves";
import { entriesDdl } from "./sign-in/entries";

/** The `arch` of a photo. Photos lie beside the scans: what is said of one holds of the other, but for the lab's own rule. */
export const PHOTO = "photo";

export const labDdl = `
  create table if not exists lab (
    key text primary key,
    name text not null,
    reauthenticate_days int not null check (reauthenticate_days > 0),
    inactive_days int not null check (inactive_days > 0),
    cut_over_at timestamptz,
    counts_from timestamptz,
    check ((cut_over_at is null) = (counts_from is null))
  );
  create table if not exists doctor (
    id uuid primary key default gen_random_uuid(),
    lab_key text not null references lab on delete cascade,
    user_name text not null,
    password_digest text not null,
    display_name text not null,
    last_authenticated_at timestamptz(3),
    last_scan_at timestamptz(3),
    unique (lab_key, user_name)
  );
  create table if not exists access_token (
    digest text primary key,
    doctor_id uuid not null references doctor on delete cascade,
    revoked_at timestamptz
  );
  create table if not exists lab_case (
    id uuid primary key default gen_random_uuid(),
    doctor_id uuid not null references doctor on delete cascade,
    case_number text not null,
    idempotency_key text not null,
    order_digest text not null,
    patient_reference text not null,
    prescription jsonb not null,
    status text not null,
    created_at timestamptz(3) not null,
    received_at timestamptz(3),
    updated_at timestamptz(3) not null,
    unique (doctor_id, idempotency_key),
    unique (doctor_id, case_number)
  );
  alter table lab_case add column if not exists held_from text;
  create index if not exists lab_case_changed on lab_case (doctor_id, updated_at, id);
  create table if not exists scan (
    case_id uuid not null references lab_case on delete cascade,
    scan_id text not null,
    arch text not null,
    format text not null,
    byte_count bigint not null,
    sha256 text not null,
    received_at timestamptz(3),
    primary key (case_id, scan_id)
  );
  create table if not exists report (
    id uuid primary key default gen_random_uuid(),
    case_id uuid not null references lab_case on delete cascade,
    sequence int not null check (sequence > 0),
    status text not null,
    at timestamptz(3) not null,
    reason text,
    plan jsonb,
    tracking text,
    unique (case_id, sequence)
  );
  create table if not exists change_request (
    doctor_id uuid not null references doctor on delete cascade,
    idempotency_key text not null,
    kind text not null,
    case_id uuid not null references lab_case on delete cascade,
    body_digest text not null,
    body jsonb not null,
    at timestamptz(3) not null,
    primary key (doctor_id, idempotency_key)
  );
  create table if not exists webhook (
    doctor_id uuid primary key references doctor on delete cascade,
    url text not null,
    secret text not null
  );
  create table if not exists webhook_call (
    position bigint generated always as identity primary key,
    report_id uuid not null references report on delete cascade,
    tries int not null default 0,
    is_held boolean not null default false,
    due_at timestamptz not null,
    created_at timestamptz not null default clock_timestamp()
  );
  create index if not exists webhook_call_due on webhook_call (due_at);
  create table if not exists log (
    position bigint generated always as identity primary key,
    at timestamptz(3) not null,
    lab_key text not null,
    user_name text,
    event text not null,
    outcome text not null,
    case_number text,
    detail text
  );
  ${entriesDdl}`;

/** For a `truncate`: the labs, their users and all that was sent to them; not the sign-ins. */
export const caseTables =
  "webhook_call, webhook, change_request, report, log, scan, lab_case, access_token, doctor, lab";

export interface LabRow {
  readonly key: string;
  readonly name: string;
  readonly reauthenticate_days: number;
  readonly inactive_days: number;
  readonly cut_over_at: Date | null;
  readonly counts_from: Date | null;
}

export interface DoctorRow {
  readonly id: string;
  readonly lab_key: string;
  readonly user_name: string;
  readonly last_authenticated_at: Date | null;
  readonly last_scan_at: Date | null;
}

export interface CaseRow {
  readonly id: string;
  readonly doctor_id: string;
  readonly case_number: string;
  readonly order_digest: string;
  readonly prescription: Readonly<Record<string, unknown>>;
  readonly status: CaseStatus;
  /** The status in which it was put on hold. */
  readonly held_from: CaseStatus | null;
  readonly received_at: Date | null;
  readonly updated_at: Date;
}

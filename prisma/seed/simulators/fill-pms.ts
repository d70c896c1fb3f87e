import type { AppointmentState } from "@/db/generated/enums";
import { blankPatient } from "@/simulators/pms/patients";
import { pmsDdl, type RecordKind } from "@/simulators/pms/pms-store";
import { openStore, type StoreTransaction } from "@/simulators/store/open-store";
import type { PracticeMade } from "../fill-practice";
import type { VisitMade } from "../visits/appointment-rows";

/** The practices' own systems: one account each, the same records, practitioners and visits. */
export async function fillPms(url: string, practices: readonly PracticeMade[]): Promise<void> {
  const store = await openStore({ url, schema: "pms", ddl: pmsDdl });
  try {
    await store.transaction(async (tx) => {
      await tx.query("truncate record");
      for (const practice of practices) await fillAccount(tx, practice);
      await tx.query("select setval('record_id', greatest((select max(id) from record), 1001))");
    });
  } finally {
    await store.close();
  }
}

async function fillAccount(tx: StoreTransaction, practice: PracticeMade): Promise<void> {
  const { making, clinic, patients, visits } = practice;
  const { words } = making;
  const [account] = await tx.query<{ id: string }>(
    `insert into account (name, access_token) values ($1, $2)
     on conflict (access_token) do update set name = excluded.name returning id`,
    [words.name, words.pmsToken],
  );
  if (!account) throw new Error("The simulated practice system took no account.");
  const first = words.pmsFirstId;
  const practitionerIds = new Map(
    clinic.orthodontists.map(({ practitionerId }, i) => [practitionerId, first + 5_000 + i]),
  );
  const load = (kind: RecordKind, items: readonly object[]) =>
    loadRecords(tx, kind, account.id, items, making.now.toString());
  await load("sites", [{ id: first + 6_000, name: words.name, active: true }]);
  await load(
    "practitioners",
    words.orthodontists.map(({ first: given, last }, i) => ({
      id: first + 5_000 + i,
      active: true,
      site_id: first + 6_000,
      user: { first_name: given, last_name: last, role: "Dentist" },
    })),
  );
  const records = new Map(making.rows.of("tenant.patient").map((row) => [row.id, row]));
  await load(
    "patients",
    patients.map((patient) => {
      const row = records.get(patient.id);
      return {
        ...blankPatient,
        id: Number(patient.pmsPatientId),
        first_name: patient.firstName,
        last_name: patient.lastName,
        preferred_name: row?.preferredName ?? null,
        date_of_birth: patient.dateOfBirth.toString(),
        email_address: patient.email,
        mobile_phone: patient.mobile,
        home_phone: row?.homePhone ?? null,
        work_phone: row?.workPhone ?? null,
        address_line_1: row?.addressLine1 ?? null,
        town: row?.town ?? null,
        postcode: row?.postcode ?? null,
        dentist_id: practitionerIds.get(patient.orthodontist.practitionerId) ?? null,
        site_id: first + 6_000,
        active: !patient.archived,
        archived_reason: row?.archivedReason ?? null,
        metadata: {
          archway_patient_id: patient.id,
          ...(patient.registered ? { archway_portal_status: "registered" } : {}),
        },
      };
    }),
  );
  await load(
    "appointments",
    visits.map((visit, i) => pmsAppointment(visit, first + 7_000 + i, practitionerIds)),
  );
}

const states: Readonly<Record<AppointmentState, string>> = {
  held: "Pending",
  requested: "Pending",
  booked: "Pending",
  confirmed: "Confirmed",
  arrived: "Arrived",
  in_chair: "In surgery",
  completed: "Completed",
  cancelled: "Cancelled",
  no_show: "Did not attend",
  released: "Cancelled",
};

function pmsAppointment(
  visit: VisitMade,
  id: number,
  practitionerIds: ReadonlyMap<string, number>,
) {
  return {
    id,
    patient_id: Number(visit.patient.pmsPatientId),
    practitioner_id: practitionerIds.get(visit.time.orthodontist.practitionerId),
    start_time: visit.startsAt.toString(),
    finish_time: visit.endsAt.toString(),
    duration: visit.type.minutes,
    state: states[visit.state],
    reason: "Ortho",
    booked_via_api: false,
    metadata: { archway_appointment_id: visit.id },
  };
}

/** One statement for thousands of records; as the simulator's own loader writes them. */
async function loadRecords(
  tx: StoreTransaction,
  kind: RecordKind,
  accountId: string,
  items: readonly object[],
  at: string,
): Promise<void> {
  await tx.query(
    `insert into record (kind, id, account_id, body, created_at, updated_at)
     select $1, (item->>'id')::bigint, $2, item - 'id', $4, $4 from jsonb_array_elements($3::jsonb) item`,
    [kind, accountId, JSON.stringify(items), at],
  );
}

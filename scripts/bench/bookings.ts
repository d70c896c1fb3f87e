import { bookAppointment } from "../../src/features/appointments/book-appointment";
import { benchId } from "./bench-id";
import type { Clinic } from "./clinic";
import { type Compared, compare, type Load } from "./load";
import { BARE_PRACTICE, BOOKED_PRACTICE } from "./seed";

/** Bookings under way at once. */
const AT_ONCE = 16;
const HALF_HOUR_MS = 1_800_000;

/**
 * Bookings a second, 16 at once on distinct times of 16 orthodontists, against the insert of the same row alone through
 * the same pool: one round trip, no rule, no history, no audit, no mail.
 */
export function compareBookings(clinic: Clinic, mornings: readonly string[]): Promise<Compared> {
  const times = timesOf(mornings);
  const [first = 0] = times;
  return compare(
    inParallel((worker, n) => book(clinic, worker, times[n])),
    inParallel((worker, n) => insert(clinic, worker, halfHoursFrom(first, n))),
  );
}

/** The times of the working days, in epoch ms. */
export function timesOf(mornings: readonly string[]): number[] {
  return mornings.flatMap((morning) =>
    Array.from({ length: 20 }, (_, slot) => halfHoursFrom(Date.parse(morning), slot)),
  );
}

/** In epoch ms. */
export function halfHoursFrom(firstMs: number, count: number): number {
  return firstMs + count * HALF_HOUR_MS;
}

type Work = (worker: number, n: number) => Promise<void>;

/** Every worker keeps to an orthodontist of its own and takes one time after the other. */
export function inParallel(work: Work): Load {
  const next = Array.from({ length: AT_ONCE }, () => 0);
  return async (seconds: number) => {
    let done = 0;
    const startedMs = performance.now();
    const untilMs = startedMs + seconds * 1000;
    const run = async (worker: number) => {
      while (performance.now() < untilMs) {
        const n = next[worker] ?? 0;
        next[worker] = n + 1;
        await work(worker, n);
        done += 1;
      }
    };
    await Promise.all(next.map((_, worker) => run(worker)));
    return done / ((performance.now() - startedMs) / 1000);
  };
}

async function book(clinic: Clinic, worker: number, startMs: number | undefined): Promise<void> {
  const patient = clinic.patients[worker % clinic.patients.length];
  if (!patient || startMs === undefined) throw new Error("the bench has no times left");
  const booked = await bookAppointment(clinic.services, patient, {
    visitTypeId: benchId(BOOKED_PRACTICE, "visit-type"),
    practitionerId: benchId(BOOKED_PRACTICE, "practitioner", 1 + worker),
    startsAt: new Date(startMs).toISOString(),
  });
  if (!booked.ok) throw new Error(`a booking was refused: ${booked.reason}`);
}

const bareInsert = {
  name: "bare-insert",
  text: `insert into tenant.appointment (practice_id, id, patient_id, visit_type_id, practitioner_id, chair_id, location_id,
      state, starts_at, ends_at, practitioner_busy_from_at, practitioner_busy_until_at, chair_busy_from_at,
      chair_busy_until_at, created_at, updated_at)
    values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, 'booked', $7, $8, $7, $8, $7, $8, app_now(), app_now())`,
};

/** Whose and where the bare inserts of a worker are. */
export function barePlace(worker: number) {
  return {
    practiceId: benchId(BARE_PRACTICE),
    patientId: benchId(BARE_PRACTICE, "patient", worker),
    visitTypeId: benchId(BARE_PRACTICE, "visit-type"),
    practitionerId: benchId(BARE_PRACTICE, "practitioner", 1 + worker),
    chairId: benchId(BARE_PRACTICE, "chair", 1 + worker),
    locationId: benchId(BARE_PRACTICE, "location"),
  };
}

async function insert(clinic: Clinic, worker: number, startMs: number): Promise<void> {
  const { practiceId, patientId, visitTypeId, practitionerId, chairId, locationId } =
    barePlace(worker);
  const values = [
    practiceId,
    patientId,
    visitTypeId,
    practitionerId,
    chairId,
    locationId,
    new Date(startMs),
    new Date(startMs + HALF_HOUR_MS),
  ];
  const client = await clinic.services.db.pool.connect();
  try {
    await Promise.all([
      client.query(`begin; set local app.practice_id = '${practiceId}'`),
      client.query({ ...bareInsert, values }),
      client.query("commit"),
    ]);
  } finally {
    client.release();
  }
}

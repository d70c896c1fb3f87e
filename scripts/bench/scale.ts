import { listAppointments } from "../../src/features/appointments/queries";
import { listSlots } from "../../src/features/appointments/slot-queries";
import { type DatabaseAddresses, embeddedAddresses } from "../database/addresses";
import { superuserAddress } from "../database/cluster";
import { runStatement } from "../database/connection";
import { migrate } from "../database/migrate";
import type { ServerState } from "../database/state";
import { type Clinic, openClinic } from "./clinic";
import { fillFiveYears } from "./copy-practices";
import { median } from "./load";
import { type Asked, seedOneYear, seedReaders } from "./seed";

/** Questions of each kind, to both databases in turn: the machine's speed drifts. */
const QUESTIONS = 200;
const READERS = 16;
/** Of one orthodontist each, beside the one of six that is asked. */
const MORE_PRACTICES = 199;
const FLOOR = 1.3;
const AIM = 1.1;

/**
 * Whether reads grow with the month's visits and not with the table: the same questions to two practices with a year
 * and to 200 practices with five (experience.md, Speed). Prints p95 and its ratio; answers whether the floor was kept.
 */
export async function compareSizes(
  state: ServerState,
  source: NodeJS.ProcessEnv,
): Promise<boolean> {
  const names = ["bench_one_year", "bench_five_years"] as const;
  const maintenance = embeddedAddresses(state, "postgres").owner;
  try {
    await runStatement(maintenance, `create database ${names[0]}`);
    await migrate(embeddedAddresses(state, names[0]));
    await runStatement(maintenance, `create database ${names[1]} template ${names[0]}`);
    const startedMs = performance.now();
    const addresses = names.map((name) => embeddedAddresses(state, name));
    await seedOneYear(superuserAddress(state, names[0]));
    const visits = await fillFiveYears(superuserAddress(state, names[1]), MORE_PRACTICES);
    console.log(
      `\n200 practices, ${visits} visits in ${((performance.now() - startedMs) / 1000).toFixed(0)} s`,
    );
    return await compareDatabases(state, names, addresses, source);
  } finally {
    for (const name of names) {
      await runStatement(superuserAddress(state), `drop database if exists ${name} with (force)`);
    }
  }
}

type Question = (clinic: Clinic, index: number) => Promise<unknown>;

async function compareDatabases(
  state: ServerState,
  names: readonly string[],
  addresses: readonly DatabaseAddresses[],
  source: NodeJS.ProcessEnv,
): Promise<boolean> {
  const clinics: Clinic[] = [];
  const [small, large] = addresses;
  if (!small || !large) throw new Error("two databases");
  try {
    let asked: Asked | undefined;
    for (const [index, { app }] of [small, large].entries()) {
      const readers = await seedReaders(superuserAddress(state, names[index]), source, READERS);
      asked = readers;
      clinics.push(await openClinic(source, app, readers.tokens));
    }
    if (!asked) throw new Error("nothing to ask");
    const header = ["2 × 1 year", "200 × 5 years", "ratio"];
    console.log(`${"p95 (median)".padEnd(44)}${header.map((text) => text.padStart(16)).join("")}`);
    let kept = true;
    for (const { what, ask } of questions(asked)) {
      const [before, after] = await timesOf(clinics, ask);
      const ratio = (after?.p95 ?? Number.NaN) / (before?.p95 ?? Number.NaN);
      const verdict = ratio <= AIM ? "aim" : ratio <= FLOOR ? "floor" : "ABOVE";
      const shown = [before, after].map((time) =>
        `${time?.p95.toFixed(1)} (${time?.median.toFixed(1)}) ms`.padStart(16),
      );
      console.log(
        `${what.padEnd(44)}${shown.join("")}${ratio.toFixed(2).padStart(16)}  floor ${FLOOR}  aim ${AIM}  ${verdict}`,
      );
      kept &&= ratio <= FLOOR;
    }
    return kept;
  } finally {
    for (const clinic of clinics) await clinic.close();
  }
}

function questions({ visitTypeId, practitionerId, fromOn, toOn }: Asked): {
  what: string;
  ask: Question;
}[] {
  const month = { visitTypeId, from: fromOn, to: toOn };
  const patient = (clinic: Clinic, index: number) => {
    const found = clinic.patients[index % clinic.patients.length];
    if (!found) throw new Error("a patient");
    return found;
  };
  return [
    {
      what: "free times of a month, one practitioner",
      ask: (clinic, index) =>
        listSlots(clinic.services, patient(clinic, index), { ...month, practitionerId }),
    },
    {
      what: "free times of a month, six practitioners",
      ask: (clinic, index) => listSlots(clinic.services, patient(clinic, index), month),
    },
    {
      what: "my next visits",
      ask: (clinic, index) =>
        listAppointments(clinic.services, patient(clinic, index), { when: "upcoming" }),
    },
  ];
}

async function timesOf(clinics: readonly Clinic[], ask: Question) {
  const times = clinics.map((): number[] => []);
  for (let index = -20; index < QUESTIONS; index += 1) {
    for (const [which, clinic] of clinics.entries()) {
      let fastestMs = Number.POSITIVE_INFINITY;
      // The fastest of three: what is left is the question's own cost, not what else the machine did.
      for (let turn = 0; turn < 3; turn += 1) {
        const startedMs = performance.now();
        await ask(clinic, Math.abs(index));
        fastestMs = Math.min(fastestMs, performance.now() - startedMs);
      }
      // The first ones warm caches and statements.
      if (index >= 0) times[which]?.push(fastestMs);
    }
  }
  return times.map((list) => ({ median: median(list), p95: p95(list) }));
}

function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;
}

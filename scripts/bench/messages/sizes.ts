import type { ClinicActor } from "../../../src/features/access/actors";
import { readConversation } from "../../../src/features/messages/read-conversation";
import { searchThreads } from "../../../src/features/messages/search/search-threads";
import { embeddedAddresses } from "../../database/addresses";
import { superuserAddress } from "../../database/cluster";
import { runStatement } from "../../database/connection";
import { migrate } from "../../database/migrate";
import type { ServerState } from "../../database/state";
import { benchId } from "../bench-id";
import { type Clinic, openClinic } from "../clinic";
import { median } from "../load";
import { seedOneYear, seedReaders } from "../seed";
import { fillMessages, threadsPerReader } from "./fill";
import { percentile } from "./percentile";

const readers = 16;
const questions = 200;
const smallMessages = 50_000;
/** The beginning of the twelve letters that end some message. */
const rareWord = "0a1b2c";
const floor = 1.3;
const aim = 1.1;

/**
 * Whether opening a thread of fifty grows with the table: the same questions to a database with 50,000 messages and to
 * one with `messages` (issue: 10 million). Prints p95 and its ratio; answers whether the floor was kept.
 */
export async function compareThreads(
  state: ServerState,
  source: NodeJS.ProcessEnv,
  messages: number,
): Promise<boolean> {
  const names = ["bench_few_messages", "bench_many_messages"] as const;
  const clinics: Clinic[] = [];
  try {
    await runStatement(embeddedAddresses(state, "postgres").owner, `create database ${names[0]}`);
    await migrate(embeddedAddresses(state, names[0]));
    await seedOneYear(superuserAddress(state, names[0]));
    const owner = embeddedAddresses(state, "postgres").owner;
    await runStatement(owner, `create database ${names[1]} template ${names[0]}`);
    for (const [index, count] of [smallMessages, messages].entries()) {
      const name = names[index] ?? "";
      const superuser = superuserAddress(state, name);
      const filled = await fillMessages(superuser, { messages: count, readers });
      console.log(
        `${filled.messages} messages in ${filled.seconds} s, ${filled.gigabytes.toFixed(1)} GB on disk`,
      );
      const { tokens } = await seedReaders(superuser, source, readers);
      clinics.push(await openClinic(source, embeddedAddresses(state, name).app, tokens));
    }
    const isKept = await ask(clinics, messages);
    await searchRare(clinics, messages);
    return isKept;
  } finally {
    for (const clinic of clinics) await clinic.close();
    for (const name of names)
      await runStatement(superuserAddress(state), `drop database if exists ${name} with (force)`);
  }
}

async function ask(clinics: readonly Clinic[], messages: number): Promise<boolean> {
  const pages = { "opening a thread of 50": {}, "25 before the 26th": { cursor: "26" } };
  let isKept = true;
  for (const [what, wish] of Object.entries(pages)) {
    const times = clinics.map((): number[] => []);
    for (let index = -20; index < questions; index += 1)
      for (const [which, clinic] of clinics.entries()) {
        const took = await fastestMs(clinic, Math.abs(index), wish);
        if (index >= 0) times[which]?.push(took);
      }
    const [few, many] = times.map((all) => ({ p95: percentile(all, 95), median: median(all) }));
    const ratio = (many?.p95 ?? Number.NaN) / (few?.p95 ?? Number.NaN);
    isKept &&= ratio <= floor;
    const verdict = ratio <= aim ? "aim" : ratio <= floor ? "floor" : "ABOVE";
    const shown = [few, many].map(
      (time) => `${time?.p95.toFixed(1)} (${time?.median.toFixed(1)}) ms`,
    );
    console.log(
      `${what}, p95 (median): ${smallMessages} messages ${shown[0]}, ${messages} messages ${shown[1]}, ratio ${ratio.toFixed(2)}  floor ${floor}  aim ${aim}  ${verdict}`,
    );
  }
  return isKept;
}

/** The fastest of three: what is left is the question's own cost, not what else the machine did. */
async function fastestMs(clinic: Clinic, index: number, wish: { cursor?: string }) {
  const patient = clinic.patients[index % readers];
  if (!patient) throw new Error("a patient");
  const own = (index % readers) + readers * (Math.floor(index / readers) % threadsPerReader);
  const id = benchId("bench-a", "long-thread", own);
  let fastest = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 3; turn += 1) {
    const startedMs = performance.now();
    const found = await readConversation(clinic.services, patient, { id, ...wish });
    fastest = Math.min(fastest, performance.now() - startedMs);
    if (!found.ok || found.value.items.length < 25) throw new Error("the thread is not there");
  }
  return fastest;
}

/** A word that one message of the practice has, searched by an orthodontist and by a patient. Figures, without a floor. */
async function searchRare(clinics: readonly Clinic[], messages: number): Promise<void> {
  for (const [which, clinic] of clinics.entries()) {
    const [patient] = clinic.patients;
    if (!patient) throw new Error("a patient");
    const orthodontist: ClinicActor = { ...patient, kind: "clinic", role: "orthodontist" };
    const times: number[] = [];
    for (const actor of [orthodontist, patient]) {
      const startedMs = performance.now();
      const found = await searchThreads(clinic.services, actor, { q: rareWord });
      times.push(performance.now() - startedMs);
      if (!found.ok) throw new Error("the search was refused");
    }
    const [practice, own] = times.map((ms) => `${ms.toFixed(0)} ms`);
    console.log(
      `searching a rare word, ${which === 0 ? smallMessages : messages} messages: the whole practice ${practice}, a patient's own ${own}`,
    );
  }
}

import { Temporal } from "temporal-polyfill";
import { threadState } from "@/domain/messages/thread-state";
import type { ClinicMade } from "../clinic/clinic-people";
import { ago, at, type Making } from "../making";
import type { PatientWithCourse } from "../patients/patient-rows";
import {
  type Conversation,
  conversations,
  openQuestions,
  templates,
  unreadAnswer,
} from "../words/conversations";
import { addMessages, type Voice } from "./thread-rows";

/** Threads of everybody who is registered, and of children by their guardians; some wait for an answer. */
export function addThreads(
  making: Making,
  clinic: ClinicMade,
  patients: readonly PatientWithCourse[],
): void {
  const { chance, rows, practiceId } = making;
  templates.forEach(([name, body]) => {
    const since = ago(making, { days: 300 });
    rows.add("tenant.message_template", {
      practiceId,
      id: chance.id(since),
      name,
      body,
      updatedAt: at(since),
    });
  });
  patients.forEach((patient, i) => {
    const voice = voiceOf(making, patient);
    if (!voice || patient.archived) return;
    const begin = (conversation: Conversation, thread: ThreadWish) =>
      addThread(making, clinic, patient, voice, conversation, thread);
    const told = chance.shuffled(conversations);
    const count = i === 0 ? 3 : chance.below(4);
    for (const conversation of told.slice(0, count)) {
      begin(conversation, { daysAgo: chance.between(12, 220), isClosed: chance.happens(0.6) });
    }
    const question = openQuestions[Math.floor(i / 4) % openQuestions.length];
    if (i === 0) begin(unreadAnswer, { daysAgo: 1, isUnread: true });
    else if (i === 1) begin(longTalk(told), { daysAgo: 150 });
    else if (question && i % 4 === 2)
      begin(question, { daysAgo: chance.between(0, 5), isUnread: chance.happens(0.6) });
    else if (i % 5 === 0)
      begin(unreadAnswer, { daysAgo: chance.between(1, 9), isUnread: chance.happens(0.5) });
  });
}

interface ThreadWish {
  /** How long ago it began. */
  readonly daysAgo: number;
  readonly isClosed?: boolean;
  /** Whoever is to read the last message has not. */
  readonly isUnread?: boolean;
}

/** Fifty messages and more: what a year of talk looks like. */
function longTalk(told: readonly Conversation[]): Conversation {
  const lines = told.flatMap(({ lines: some }) => some);
  return { subject: "Everything about my treatment", lines: [...lines, ...lines].slice(0, 56) };
}

function voiceOf(making: Making, patient: PatientWithCourse): Voice | null {
  if (patient.registered) {
    return { personId: patient.login.personId, role: "patient", name: patient.name };
  }
  const guardianship = making.rows
    .of("tenant.guardianship")
    .find((row) => row.patientId === patient.id && row.endedAt == null);
  const guardian = making.rows
    .of("identity.person")
    .find(({ id }) => id === guardianship?.guardianPersonId);
  if (!guardian?.id) return null;
  const role = "guardian" as const;
  return { personId: guardian.id, role, name: `${guardian.firstName} ${guardian.lastName}` };
}

function addThread(
  making: Making,
  clinic: ClinicMade,
  patient: PatientWithCourse,
  patientVoice: Voice,
  { subject, lines }: Conversation,
  wish: ThreadWish,
): void {
  const { rows, practiceId, chance } = making;
  const { orthodontist } = patient;
  const clerk = chance.pick(clinic.staff);
  const voices = {
    p: patientVoice,
    o: { personId: orthodontist.personId, role: "orthodontist", name: `Dr ${orthodontist.name}` },
    s: { personId: clerk.personId, role: "staff", name: clerk.name },
  } as const;
  const times = timesOf(making, lines.length, wish.daysAgo);
  const first = times[0];
  const last = times.at(-1);
  const closing = lines.at(-1);
  if (!first || !last || !closing) return;
  const id = chance.id(first);
  const byPatient = closing[0] === "p";
  // Nobody is left waiting for months: what a patient said last was a thank-you, or it is new.
  const isClosed = wish.isClosed || (byPatient && wish.daysAgo > 10);
  const closedAt = isClosed ? last.add({ hours: 5 }) : null;
  rows.add("tenant.thread", {
    practiceId,
    id,
    patientId: patient.id,
    subject,
    state: threadState({ lastMessageAt: last, lastMessageByPatient: byPatient, closedAt }),
    withStaff: lines.some(([who]) => who === "s"),
    assignedToPersonId: orthodontist.personId,
    lastMessageAt: at(last),
    lastMessageByPatient: byPatient,
    messageCount: lines.length,
    createdAt: at(first),
    createdByPersonId: voices[lines[0]?.[0] ?? "p"].personId,
    closedAt: closedAt ? at(closedAt) : null,
  });
  const said = lines.map(([who, body, photo], i) => ({
    voice: voices[who],
    body,
    hasPhoto: photo !== undefined,
    sentAt: times[i] ?? last,
  }));
  addMessages(making, id, patient.id, said);
  const unreadBy = wish.isUnread ? (byPatient ? "practice" : "patient") : null;
  const colleagues = [...clinic.orthodontists, ...clinic.staff, clinic.admin];
  const readers = [
    { personId: patientVoice.personId, isUnread: unreadBy === "patient" },
    ...colleagues.map(({ personId }) => ({ personId, isUnread: unreadBy === "practice" })),
  ];
  for (const { personId, isUnread } of readers) {
    // The others have looked as well; receipts name who takes part.
    const voice = Object.values(voices).find((one) => one.personId === personId);
    rows.add("tenant.thread_reader", {
      practiceId,
      threadId: id,
      personId,
      readUpTo: isUnread ? lines.length - 1 : lines.length,
      readAt: at(last),
      readerName: voice?.name ?? null,
      readerRole: voice?.role ?? null,
    });
  }
}

/** When each message was sent: hours apart, days in a long thread, all of them before now. */
function timesOf(making: Making, count: number, daysAgo: number): Temporal.Instant[] {
  const { chance } = making;
  const spanMinutes = Math.min(daysAgo * 24 * 60 - 20, count > 20 ? 140 * 24 * 60 : count * 9 * 60);
  const begin = ago(making, { days: daysAgo, minutes: 30 });
  const step = Math.max(4, Math.floor(Math.max(spanMinutes, 0) / Math.max(count, 1)));
  const wanted = Array.from({ length: count }, (_, i) =>
    begin.add({ minutes: Math.min(i * step + chance.below(4), daysAgo * 24 * 60 + 5 + i * 3) }),
  );
  return byDaylight(making, wanted);
}

const OPENS_HOUR = 8;
const CLOSES_HOUR = 19;

/** What falls into the night is written in the morning after it, in the same order; never after now. */
function byDaylight(making: Making, wanted: readonly Temporal.Instant[]): Temporal.Instant[] {
  const latest = making.now.subtract({ minutes: 15 });
  let before = 0;
  return wanted.map((instant, i) => {
    const local = instant.toZonedDateTimeISO(making.zone);
    const day = local.hour < CLOSES_HOUR ? local : local.add({ days: 1 });
    const isNight = local.hour < OPENS_HOUR || local.hour >= CLOSES_HOUR;
    const written = isNight
      ? day.withPlainTime({ hour: OPENS_HOUR, minute: 10 + (i % 40) }).toInstant()
      : instant;
    const ms = Math.min(written.epochMilliseconds, latest.epochMilliseconds);
    before = Math.max(ms, before + 60_000);
    return Temporal.Instant.fromEpochMilliseconds(before);
  });
}

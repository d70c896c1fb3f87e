import { afterAll, describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { ok } from "@/domain/result";
import type { OpenSession } from "@/features/access/open-session";
import { readLiveEvent } from "@/features/messages/live/live-event";
import { type LiveHub, openLiveHub } from "@/features/messages/live/live-hub";
import { openEvents } from "@/features/messages/live/open-events";
import { tellThread } from "@/features/messages/live/tell-threads";
import { markRead } from "@/features/messages/mark-read";
import { sendMessage } from "@/features/messages/send-message";
import { makePatientActor, makePerson, makeSession } from "../../support/people";
import { openWorld } from "../../support/world";
import { begin, letStaffIn, makeCast, makeGuardian } from "./thread-world";

const world = await openWorld();
const { databaseUrl } = world.runtime.env;
const cast = await makeCast(world);
const other = await makeCast(world);

/** Two web processes: each has its own connection that listens. */
const processes = [openLiveHub(databaseUrl), openLiveHub(databaseUrl)] as const;
afterAll(() => Promise.all(processes.map((hub) => hub.stop())));

/** What one open page hears; `heard` waits for the next event of a thread. */
function listenIn(hub: LiveHub, session: OpenSession) {
  const events: string[] = [];
  const waiting: (() => void)[] = [];
  const wake = () => {
    for (const go of waiting.splice(0)) go();
  };
  let resyncs = 0;
  const joined = hub.join(
    {
      session: () => session,
      askAgain: () => undefined,
      hear: ({ event }) => {
        if (event === "resync") resyncs += 1;
        else if (event.kind === "diary") events.push(event.kind);
        else events.push(`${event.kind} ${event.threadId} ${event.number}`);
        wake();
      },
      goAway: () => undefined,
    },
    null,
  );
  const until = async (isThere: () => boolean) => {
    while (!isThere()) await new Promise<void>((resolve) => waiting.push(resolve));
  };
  return {
    joined,
    events,
    opened: (times = 1) => until(() => resyncs >= times),
    heard: (event: string) => until(() => events.includes(event)),
  };
}

await Promise.all(processes.map((hub) => listenIn(hub, cast.patient).opened()));

const send = async (id: string) =>
  sendMessage(await world.services(), cast.patient, { id, body: "Hello", attachmentIds: [] });

describe("R38: events reach the right people alone, in every process", () => {
  it("patient, orthodontist, guardian of that patient; nobody else", async () => {
    const { guardian, childIds } = await makeGuardian(world, cast.practice.id);
    const [firstId = "", secondId = ""] = childIds;
    const neighbour = await makePatientActor(world, cast.practice.id);
    const [here, there] = processes;
    const own = listenIn(here, cast.patient);
    const doctor = listenIn(there, cast.doctor);
    const parent = listenIn(there, guardian);
    const staff = listenIn(here, cast.staff);
    const strangers = [
      listenIn(here, neighbour),
      listenIn(there, other.doctor),
      listenIn(there, other.patient),
    ];

    const id = await begin(world, cast.patient);
    await letStaffIn(world, cast.practice.id, id, false);
    await send(id);
    const child = await begin(world, cast.doctor, { patientId: secondId });
    await markRead(await world.services(), { ...guardian, patientId: secondId }, { id: child });
    // The last event everybody of the practice's side hears: nothing earlier can still be on its way.
    const last = await begin(world, cast.doctor, { patientId: firstId });

    await Promise.all([
      doctor.heard(`message ${last} 1`),
      parent.heard(`message ${last} 1`),
      own.heard(`message ${id} 2`),
      staff.heard(`message ${last} 1`),
    ]);
    expect(own.events).toEqual([`message ${id} 1`, `message ${id} 2`]);
    expect(doctor.events).toEqual([
      `message ${id} 1`,
      `message ${id} 2`,
      `message ${child} 1`,
      `read ${child} 1`,
      `message ${last} 1`,
    ]);
    expect(parent.events).toEqual([`message ${child} 1`, `read ${child} 1`, `message ${last} 1`]);
    expect(staff.events).not.toContain(`message ${id} 2`);
    for (const stranger of strangers) expect(stranger.events).toEqual([]);
  });

  it("a message that was rolled back is never heard", async () => {
    const [hub] = processes;
    const own = listenIn(hub, cast.patient);
    const id = await begin(world, cast.patient);
    const refusedSend = await sendMessage(await world.services(), cast.patient, {
      id,
      body: "With somebody else's file",
      attachmentIds: [crypto.randomUUID()],
    });
    expect(refusedSend).toMatchObject({ ok: false, reason: "attachment_unknown" });
    await send(id);
    await own.heard(`message ${id} 2`);
    expect(own.events).toEqual([`message ${id} 1`, `message ${id} 2`]);
  });

  it("broken connections come back and say so, so that pages look again", async () => {
    const hub = openLiveHub(databaseUrl);
    const own = listenIn(hub, cast.patient);
    const others = processes.map((other) => listenIn(other, cast.patient));
    await own.opened();
    await world.db.pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'archway-listener' and datname = current_database() and pid <> pg_backend_pid()",
    );
    await Promise.all([own, ...others].map((each) => each.opened(2)));
    const id = await begin(world, cast.patient);
    for (const each of [own, ...others]) {
      await each.heard(`message ${id} 1`);
      // A process may hear late what was sent before these pages were opened.
      expect(each.events.filter((event) => event.includes(id))).toEqual([`message ${id} 1`]);
    }
    await hub.stop();
  });

  it("a thread whose state changed is told to whom it is open, once that is committed", async () => {
    const [here, there] = processes;
    const own = listenIn(here, cast.patient);
    const doctor = listenIn(there, cast.doctor);
    const id = await begin(world, cast.patient);
    await inPractice(world.db, cast.practice.id, (tx) => tellThread(tx, cast.practice.id, id));
    await Promise.all([own.heard(`state ${id} 1`), doctor.heard(`state ${id} 1`)]);
    expect(own.events).toEqual([`message ${id} 1`, `state ${id} 1`]);
  });

  it("is deaf to what is no event of a thread", () => {
    for (const payload of ["{}", "not json", "null", '{"kind":"rights"}'])
      expect(readLiveEvent(payload)).toBeNull();
  });
});

async function patientWithToken() {
  const { practiceId, patientId } = cast.patient;
  const person = await makePerson(world, practiceId, { role: "guardian" });
  const owned = await makePatientActor(world, practiceId);
  const token = await makeSession(
    world,
    practiceId,
    {
      ...person,
      personId: owned.personId,
      loginId: owned.loginId,
      membershipId: owned.membershipId,
    },
    "patient",
  );
  return { actor: { ...owned, token }, patientId };
}

/** Reads on until these words come; the end of the stream is an error. */
async function readUntil(reader: ReadableStreamDefaultReader<Uint8Array>, words: string) {
  const text = new TextDecoder();
  let read = "";
  while (!read.includes(words)) {
    const { done, value } = await reader.read();
    if (done) throw new Error(`the stream ended before "${words}"`);
    read += text.decode(value);
  }
}

describe("S10: the stream and its session", () => {
  it("closes when the session was revoked, and says so", async () => {
    const { actor } = await patientWithToken();
    const services = await world.services();
    const opened = await openEvents(services, actor, { hub: processes[0], beatMs: 20 });
    if (!opened.ok) throw new Error(opened.reason);
    const reader = opened.value.getReader();
    await readUntil(reader, ": beat");
    await world.db.prisma.session.updateMany({
      where: { loginId: actor.loginId },
      data: { endedAt: new Date(0), endedBy: "revoked" },
    });
    await readUntil(reader, "event: ended");
    expect(await reader.read()).toMatchObject({ done: true });
  });

  it("R18: does not keep the session alive", async () => {
    const { actor } = await patientWithToken();
    const lastSeen = () =>
      world.db.prisma.session.findMany({
        where: { loginId: actor.loginId },
        select: { lastSeenAt: true },
      });
    const before = await lastSeen();
    await world.advance("PT5M");
    const opened = await openEvents(await world.services(), actor, {
      hub: processes[0],
      beatMs: 20,
    });
    if (!opened.ok) throw new Error(opened.reason);
    const reader = opened.value.getReader();
    await readUntil(reader, ": beat");
    await reader.cancel();
    expect(await lastSeen()).toEqual(before);
  });

  it("a session has a handful of streams, and a closed one makes room", async () => {
    const { actor } = await patientWithToken();
    const hub = openLiveHub(databaseUrl);
    const services = await world.services();
    const open = () => openEvents(services, actor, { hub });
    const streams = await Promise.all(Array.from({ length: 5 }, open));
    expect(streams.every((stream) => stream.ok)).toBe(true);
    expect(await open()).toMatchObject({ ok: false, reason: "too_many_streams" });
    const [first] = streams;
    if (first?.ok) await first.value.cancel();
    const again = await open();
    expect(again).toMatchObject(ok({}));
    for (const stream of [...streams.slice(1), again]) if (stream.ok) await stream.value.cancel();
    await hub.stop();
  });

  it("a person has twenty streams over all their browsers, and hinders nobody else", async () => {
    const hub = openLiveHub(databaseUrl);
    const sessionId = () => crypto.randomUUID();
    const open = (session: OpenSession) => listenIn(hub, { ...session, sessionId: sessionId() });
    const streams = Array.from({ length: 20 }, () => open(cast.patient));
    expect(streams.every(({ joined }) => joined.ok)).toBe(true);
    expect(open(cast.patient).joined).toMatchObject({ ok: false, reason: "too_many_streams" });
    expect(open(cast.doctor).joined.ok).toBe(true);
    await hub.stop();
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ok } from "@/domain/result";
import { type LiveHub, openLiveHub } from "@/features/messages/live/live-hub";
import { openEvents } from "@/features/messages/live/open-events";
import { sendMessage } from "@/features/messages/send-message";
import { openWorld } from "../../support/world";
import { openStream, whoHolds } from "./live-world";
import { begin, makeCast, makeGuardian } from "./thread-world";

const world = await openWorld();
const { databaseUrl } = world.runtime.env;
const cast = await makeCast(world);
const { childIds, token } = await makeGuardian(world, cast.practice.id);
const [patientId = ""] = childIds;
const actor = await whoHolds(world, token);

/** Two web processes over one database. */
const hubs = [openLiveHub(databaseUrl), openLiveHub(databaseUrl)] as const;
const [here, there] = hubs;
afterAll(() => Promise.all(hubs.map((hub) => hub.stop())));

let thread = "";
const send = async (body = "Hello") =>
  sendMessage(await world.services(), cast.doctor, { id: thread, body, attachmentIds: [] });

beforeAll(async () => {
  thread = await begin(world, cast.doctor, { patientId });
  for (const hub of hubs) {
    const stream = await openStream(world, actor, hub);
    await stream.hears("event: resync");
    await stream.reader.cancel();
  }
});

describe("R38: reconnect resumes without gaps or doubles", () => {
  it("R38: after a break in the same process, exactly what was missed, in its order", async () => {
    const first = await openStream(world, actor, here);
    await first.hears("event: resync");
    await send();
    await first.hears('"number":2');
    await first.reader.cancel();
    await send();
    await send();
    // Both were heard by the process before the browser is back.
    const witness = await openStream(world, actor, here, { lastEventId: first.lastEventId() });
    await witness.hears('"number":4');
    expect(witness.events()).toEqual(["changed 3", "changed 4"]);
    await witness.reader.cancel();
    const again = await openStream(world, actor, here, { lastEventId: witness.lastEventId() });
    await send();
    await again.hears('"number":5');
    expect(again.events()).toEqual(["changed 5"]);
    await again.reader.cancel();
  });

  it("R38: a sign of life moves the position on, so that who hears little still resumes", async () => {
    const quiet = await openStream(world, actor, here, { beatMs: 5 });
    await quiet.hears("event: resync");
    const before = quiet.lastEventId();
    await begin(world, cast.patient);
    while (quiet.lastEventId() === before) await quiet.hears(": beat", quiet.beats() + 1);
    await quiet.reader.cancel();
    const again = await openStream(world, actor, here, {
      lastEventId: quiet.lastEventId(),
      beatMs: 5,
    });
    await again.hears(": beat");
    expect(again.events()).toEqual([]);
    await again.reader.cancel();
  });

  it.each([
    ["another process's", async () => (await positionAt(there)) ?? ""],
    ["that of a process that ended", async () => "018f0000-0000-7000-8000-000000000000.7"],
    ["one that nobody gave", async () => "drop table.1e9"],
  ])("R38: from a position of %s everything is asked for anew", async (_, position) => {
    const stream = await openStream(world, actor, here, { lastEventId: await position() });
    await stream.hears("event: resync");
    expect(stream.events()).toEqual(["resync"]);
    await stream.reader.cancel();
  });
});

describe("R38: streams end cleanly", () => {
  it("a reader who does not read is let go, and holds no more than a bounded number of events", async () => {
    let leave = () => {};
    const hasLeft = new Promise<void>((resolve) => {
      leave = resolve;
    });
    const join: LiveHub["join"] = (listener, since) => {
      const joined = here.join(listener, since);
      return joined.ok ? ok(() => [joined.value(), leave()]) : joined;
    };
    const bounds = { hub: { ...here, join }, unreadAtMost: 30 };
    const opened = await openEvents(await world.services(), actor, bounds);
    if (!opened.ok) throw new Error(opened.reason);
    await tellOften(60);
    await hasLeft;
    const reader = opened.value.getReader();
    let chunks = 0;
    while (!(await reader.read()).done) chunks += 1;
    expect(chunks).toBeLessThanOrEqual(33);
  });

  it("a flood is told as one word: look at everything again", async () => {
    const stream = await openStream(world, actor, here);
    await stream.hears("event: resync");
    await tellOften(400);
    await stream.hears("event: resync", 2);
    await stream.reader.cancel();
    expect(stream.events().length).toBeLessThan(400);
  });

  it("a process that ends closes its streams without saying that the session is over", async () => {
    const hub = openLiveHub(databaseUrl);
    const stream = await openStream(world, actor, hub);
    await stream.hears("event: resync");
    const [text] = await Promise.all([stream.ends(), hub.stop()]);
    expect(text).not.toContain("event: ended");
    const next = await openStream(world, actor, here, { lastEventId: stream.lastEventId() });
    await next.hears("event: resync");
    await next.reader.cancel();
  });
});

describe("R38: the database lets go of the listener", () => {
  it("R38: the listening connection killed: every stream says to look again, and hears again", async () => {
    const hub = openLiveHub(databaseUrl);
    const stream = await openStream(world, actor, hub);
    await stream.hears("event: resync");
    await world.db.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'archway-listener' and datname = current_database()`,
    );
    await send("Written while nobody listened, or just after");
    await stream.hears("event: resync", 2);
    await send();
    await stream.hears("event: changed");
    await stream.reader.cancel();
    await hub.stop();
  });
});

/** So many events of one thread, committed together. */
function tellOften(count: number) {
  return world.db.pool.query(
    `select pg_notify('archway_live', json_build_object('kind', 'state', 'practiceId', $1::text,
       'threadId', $2::text, 'patientId', $3::text, 'number', n, 'withStaff', true)::text)
     from generate_series(1, $4::int) n`,
    [cast.practice.id, thread, patientId, count],
  );
}

/** The position a browser has that was told everything by this process. */
async function positionAt(hub: (typeof hubs)[number]) {
  const stream = await openStream(world, actor, hub);
  await stream.hears("event: resync");
  await stream.reader.cancel();
  return stream.lastEventId();
}

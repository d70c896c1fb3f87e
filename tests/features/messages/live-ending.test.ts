import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { chooseMembership } from "@/features/access/login/choose-membership";
import { openSession } from "@/features/access/open-session";
import { changeGuardianship } from "@/features/guardians/change-guardianship";
import { endGuardianship } from "@/features/guardians/end-guardianship";
import { newToken } from "@/security/tokens";
import { makePerson, makeSession } from "../../support/people";
import { openWorld } from "../../support/world";
import { serveEvents } from "./event-server";
import { begin, makeCast, makeGuardian } from "./thread-world";

const world = await openWorld();
Object.assign(globalThis, { archwayRuntime: world.runtime });
const cast = await makeCast(world);
const practiceId = cast.practice.id;

const { listenWith } = await serveEvents(world);

let family: Awaited<ReturnType<typeof makeGuardian>>;
let guardianshipIds: string[];

beforeAll(async () => {
  const { token } = await makeGuardian(world, practiceId);
  // From now on this process hears what happens.
  await (await listenWith(token)).hears("event: resync");
});

beforeEach(async () => {
  family = await makeGuardian(world, practiceId);
  const rows = await inPractice(world.db, practiceId, (tx) =>
    tx.guardianship.findMany({
      where: { patientId: { in: family.childIds } },
      select: { id: true, patientId: true },
    }),
  );
  guardianshipIds = family.childIds.map(
    (child) => rows.find(({ patientId }) => patientId === child)?.id ?? "",
  );
});

const end = async (child: number) =>
  endGuardianship(await world.services(), cast.staff, {
    id: guardianshipIds[child] ?? "",
    reason: "Lives elsewhere",
  });
/** The practice can go on writing about the child. */
const makeAnotherGuardian = (child: number) =>
  inPractice(world.db, practiceId, (tx) =>
    tx.guardianship.create({
      data: {
        practiceId,
        patientId: family.childIds[child] ?? "",
        guardianPersonId: cast.patient.personId,
        rights: "full",
        fromOn: new Date("2020-01-01T00:00:00Z"),
        invitedAt: new Date(0),
        birthDateConfirmedAt: new Date(0),
      },
    }),
  );
const writeAbout = (child: number) =>
  begin(world, cast.doctor, { patientId: family.childIds[child] ?? "" });

/** Well below the sign of life of ten seconds: the stream does not wait for it. */
const seconds = { timeout: 6_000 };

describe("S10, R10: an open stream over HTTP ends with what it rests on", () => {
  it(
    "R10: a guardian hears nothing more of a child whose guardianship ended, and goes on hearing the other",
    seconds,
    async () => {
      const stream = await listenWith(family.token);
      await stream.hears("retry:");
      const before = await writeAbout(0);
      await stream.hears(before);
      await end(0);
      await makeAnotherGuardian(0);
      const unheard = await writeAbout(0);
      const other = await writeAbout(1);
      expect(await stream.hears(other)).not.toContain(unheard);
    },
  );

  it("R10: with the last child the stream says that it is over and closes", seconds, async () => {
    const stream = await listenWith(family.token);
    await stream.hears("retry:");
    await end(0);
    await end(1);
    expect(await stream.ends()).toContain("event: ended");
    expect((await listenWith(family.token)).status).toBe(401);
  });

  it("R10: changed rights leave it open", seconds, async () => {
    const stream = await listenWith(family.token);
    await stream.hears("retry:");
    const changed = await changeGuardianship(await world.services(), cast.staff, {
      id: guardianshipIds[0] ?? "",
      rights: "view",
      seen: { rights: "full" },
      reason: "Asked for",
    });
    expect(changed.ok).toBe(true);
    await stream.hears(await writeAbout(0));
  });

  it.each<[string, () => Promise<unknown>]>([
    [
      "a session that was ended",
      () =>
        world.db.prisma.session.updateMany({
          where: { loginId: family.guardian.loginId },
          data: { endedAt: new Date(), endedBy: "revoked" },
        }),
    ],
    [
      "a session that was removed",
      () => world.db.prisma.session.deleteMany({ where: { loginId: family.guardian.loginId } }),
    ],
    [
      "a login that was disabled",
      () =>
        world.db.prisma.login.update({
          where: { id: family.guardian.loginId },
          data: { status: "disabled" },
        }),
    ],
    [
      "a membership that was ended",
      () =>
        inPractice(world.db, practiceId, (tx) =>
          tx.membership.updateMany({
            where: { id: family.guardian.membershipId },
            data: { endedAt: new Date() },
          }),
        ),
    ],
    [
      "children that were archived",
      () =>
        inPractice(world.db, practiceId, (tx) =>
          tx.patient.updateMany({
            where: { id: { in: family.childIds } },
            data: { archivedAt: new Date(), archivedReason: "Moved" },
          }),
        ),
    ],
  ])("S10: the stream of %s says so and closes", seconds, async (_, happen) => {
    const stream = await listenWith(family.token);
    await stream.hears("retry:");
    await happen();
    expect(await stream.ends()).toContain("event: ended");
  });

  it(
    "R18: a session that nobody uses ends its stream by itself, on the moment",
    seconds,
    async () => {
      const { now } = await openSession(world.db, undefined, { polling: true });
      await world.db.prisma.session.updateMany({
        where: { loginId: family.guardian.loginId },
        data: { lastSeenAt: fromInstant(now.subtract({ minutes: 30 }).add({ seconds: 2 })) },
      });
      const stream = await listenWith(family.token);
      expect(await stream.ends()).toContain("event: ended");
    },
  );

  it(
    "S11: a step-up's new token closes it without a word, and the browser opens it again",
    seconds,
    async () => {
      const services = await world.services();
      const stream = await listenWith(family.token);
      await stream.hears("retry:");
      const { token, digest } = newToken(services.random);
      await world.db.prisma.session.updateMany({
        where: { loginId: family.guardian.loginId },
        data: { tokenDigest: digest },
      });
      expect(await stream.ends()).not.toContain("event: ended");
      const again = await listenWith(token);
      await again.hears(await writeAbout(1));
    },
  );

  it(
    "S10: a switch of role ends it, and the new one hears the new practice alone",
    seconds,
    async () => {
      const elsewhere = await makeCast(world);
      const person = await makePerson(world, practiceId, { role: "orthodontist" });
      const second = await inPractice(world.db, elsewhere.practice.id, (tx) =>
        tx.membership.create({
          data: {
            practiceId: elsewhere.practice.id,
            personId: person.personId,
            loginId: person.loginId,
            role: "orthodontist",
            createdAt: new Date(0),
          },
        }),
      );
      const token = await makeSession(world, practiceId, person, "orthodontist");
      const stream = await listenWith(token);
      await stream.hears("retry:");
      const { session } = await openSession(world.db, token, { polling: true });
      if (!session) throw new Error("no session");
      const actor = { ...session, kind: "session" as const };
      const chosen = await chooseMembership(await world.services(), actor, {
        membershipId: second.id,
      });
      if (!chosen.ok) throw new Error(chosen.reason);
      expect(await stream.ends()).toContain("event: ended");
      const next = await listenWith(chosen.value.sessionToken);
      await next.hears("event: resync");
      const before = await writeAbout(0);
      const own = await begin(world, elsewhere.patient);
      expect(await next.hears(own)).not.toContain(before);
    },
  );

  it(
    "S12, S23: says ids and numbers, no name and no word, and nothing on the way may hold it back",
    seconds,
    async () => {
      const stream = await listenWith(family.token);
      await stream.hears("retry:");
      const patientId = family.childIds[0] ?? "";
      const id = await begin(world, cast.doctor, { patientId, body: "Unmistakable words" });
      const said = await stream.hears(id);
      expect(said).not.toMatch(/Unmistakable|Tray 7|Child|Example|Robin/);
      const [, data = "{}"] = /event: changed\nid: .+\ndata: (.+)/.exec(said) ?? [];
      expect(JSON.parse(data)).toEqual({ kind: "message", threadId: id, patientId, number: 1 });
      expect(stream.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
      expect(stream.headers.get("cache-control")).toBe("no-store, no-transform");
      expect(stream.headers.get("x-accel-buffering")).toBe("no");
    },
  );
});

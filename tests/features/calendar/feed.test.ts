import { describe, expect, it } from "vitest";
import { POST as removeAddress } from "@/app/api/account/calendar-address/remove/route";
import { POST as makeAddress } from "@/app/api/account/calendar-address/route";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ownFeed } from "@/features/account/calendar-feed/own-feed";
import { cancelAppointment } from "@/features/appointments/cancel-appointment";
import { rescheduleAppointment } from "@/features/appointments/reschedule-appointment";
import { makePatients } from "../../support/appointments-world";
import { makeClinicActor } from "../../support/people";
import { makePractice, openWorld } from "../../support/world";
import { call, verdict } from "../bad-input/callers";
import { feedScene } from "./feed-world";

const world = await openWorld();
const { practice, services, mine, theirs, wish, loggedIn, fetched, addressOf, booked } =
  await feedScene(world);

describe("R34: the private calendar address", () => {
  it("shows one's visits, moves and takes them away, and says what a program wants to know", async () => {
    const token = await addressOf(mine);
    const visit = await booked(mine, "10:00", 7);
    await booked(theirs, "11:00", 7);
    const first = await fetched(token);
    expect(first.status).toBe(200);
    expect(first.text).toMatch(
      /METHOD:PUBLISH[\s\S]+REFRESH-INTERVAL;VALUE=DURATION:PT1H[\s\S]+X-PUBLISHED-TTL:PT1H/,
    );
    expect(first.text).not.toContain("ATTENDEE");
    expect(first.entries).toMatchObject([
      {
        uid: `${visit.id}@${practice.id}`,
        sequence: 0,
        summary: expect.stringMatching(/^Visit at /),
      },
    ]);
    for (const [name, value] of [
      ["content-type", "text/calendar; charset=utf-8"],
      ["cache-control", "private, no-cache"],
      ["x-robots-tag", "noindex, nofollow"],
      ["x-content-type-options", "nosniff"],
    ] as const)
      expect(first.headers.get(name)).toBe(value);
    expect(first.headers.get("set-cookie")).toBeNull();

    const { startsAt } = wish("14:00", 7);
    await rescheduleAppointment(services, mine, { id: visit.id, startsAt });
    expect((await fetched(token)).entries).toMatchObject([
      {
        uid: `${visit.id}@${practice.id}`,
        sequence: 1,
        startsAt: new Date(startsAt).toISOString(),
      },
    ]);
    await cancelAppointment(services, mine, { id: visit.id, reason: "Ill" });
    expect((await fetched(token)).entries).toEqual([]);
  });

  it("answers 304 while nothing changed, by tag and by date, and never after a change", async () => {
    const token = await addressOf(mine);
    const first = await fetched(token);
    const etag = first.headers.get("etag") ?? "";
    const since = first.headers.get("last-modified") ?? "";
    expect(etag).toMatch(/^"[\w-]+"$/);
    for (const headers of [
      { "if-none-match": etag },
      { "if-none-match": `"other", W/${etag}` },
      { "if-modified-since": since },
      { "if-none-match": etag, "if-modified-since": "Mon, 01 Jan 2001 00:00:00 GMT" },
    ]) {
      const again = await fetched(token, headers);
      expect([again.status, again.text, again.headers.get("etag")]).toEqual([304, "", etag]);
    }
    const visit = await booked(mine, "09:00", 8);
    for (const headers of [{ "if-none-match": etag }, { "if-modified-since": since }])
      expect((await fetched(token, headers)).entries).toHaveLength(1);
    // Within the same second, and back to what it was: the date tells these apart too.
    const second = (await fetched(token)).headers.get("last-modified") ?? "";
    await cancelAppointment(services, mine, { id: visit.id, reason: "Ill" });
    const after = await fetched(token, { "if-modified-since": second });
    expect([after.status, after.entries]).toEqual([200, []]);
    expect(
      (await fetched(token, { "if-none-match": `${etag}, "x"`, "if-modified-since": "nonsense" }))
        .status,
    ).toBe(304);
  });

  it("goes back thirty days, and on as far as visits go", async () => {
    const token = await addressOf(theirs);
    const day = (days: number) => {
      const startsAt = fromInstant(services.now.add({ hours: 24 * days }));
      const endsAt = fromInstant(services.now.add({ minutes: 1440 * days + 30 }));
      return {
        ...{ startsAt, practitionerBusyFromAt: startsAt, chairBusyFromAt: startsAt },
        ...{ endsAt, practitionerBusyUntilAt: endsAt, chairBusyUntilAt: endsAt },
      };
    };
    const { id } = await booked(theirs, "09:00", 60);
    const put = (days: number) =>
      inPractice(world.db, practice.id, (tx) =>
        tx.appointment.update({
          where: { practiceId_id: { practiceId: practice.id, id } },
          data: { ...day(days), state: "completed" },
          select: { id: true },
        }),
      );
    const shown = async () => (await fetched(token)).entries.map(({ uid }) => uid);
    const entry = `${id}@${practice.id}`;
    expect(await shown()).toContain(entry);
    await put(-29);
    expect(await shown()).toContain(entry);
    await put(-32);
    expect(await shown()).not.toContain(entry);
  });

  it("S23: is a practitioner's own column without a name, and nothing for who has none", async () => {
    const doctor = await makeClinicActor(world, practice.id, "orthodontist");
    const refused = await call(makeAddress, await loggedIn(doctor), { body: {} });
    expect(verdict(refused)).toBe("409 nothing_to_show");
    await inPractice(world.db, practice.id, (tx) =>
      tx.practitioner.updateMany({
        where: { practiceId: practice.id },
        data: { personId: doctor.personId },
      }),
    );
    const token = await addressOf(doctor);
    const visit = await booked(mine, "15:00", 9);
    const { entries, text } = await fetched(token);
    expect(entries.map(({ uid }) => uid)).toContain(`${visit.id}@${practice.id}`);
    expect(new Set(entries.map(({ summary }) => summary))).toEqual(new Set(["Visit"]));
    expect(text).not.toMatch(/Robin|Example,|Check|patient/);
  });
});

describe("S12: who has an address and who has not", () => {
  it("an unknown, a replaced and a removed one are not there, all in the same words", async () => {
    const [old, unknown] = [await addressOf(mine), "A".repeat(43)];
    const present = await addressOf(mine);
    expect((await fetched(present)).status).toBe(200);
    await call(removeAddress, await loggedIn(mine), { body: {} });
    const answers = await Promise.all([old, unknown, present].map((token) => fetched(token)));
    const plain = answers.map(({ status, text, headers }) => ({
      status,
      error: { ...JSON.parse(text).error, reference: "" },
      names: [...headers.keys()],
    }));
    expect(plain[0]?.status).toBe(404);
    expect(plain[1]).toEqual(plain[0]);
    expect(plain[2]).toEqual(plain[0]);
  });

  it("S11: is made with a fresh factor alone, belongs to its login, and only its digest is kept", async () => {
    const token = await addressOf(mine);
    const cookie = await loggedIn(mine);
    await world.db.prisma.session.updateMany({
      where: { loginId: mine.loginId },
      data: { factorAt: fromInstant(services.now.subtract({ minutes: 11 })) },
    });
    expect(verdict(await call(makeAddress, cookie, { body: {} }))).toBe("403 step_up_required");
    await call(removeAddress, await loggedIn(theirs), { body: {} });
    expect((await fetched(token)).status).toBe(200);
    const kept = await world.db.prisma.$queryRaw<{ row: string }[]>`
      select to_jsonb(f)::text as row from identity.calendar_feed f`;
    expect(kept.length).toBeGreaterThan(0);
    expect(JSON.stringify(kept)).not.toContain(token);
    const log = await inPractice(world.db, practice.id, (tx) =>
      tx.auditEntry.findMany({
        where: { action: "calendar_address.made", actorLoginId: mine.loginId },
      }),
    );
    expect(log.length).toBeGreaterThan(0);
    const told = await inPractice(world.db, practice.id, (tx) =>
      tx.delivery.findMany({
        where: { purpose: "calendar_address_made", personId: mine.personId },
      }),
    );
    expect(told).toEqual([]);
    await world.db.prisma.login.update({
      where: { id: mine.loginId },
      data: { email: "me@x.example.com", emailVerifiedAt: fromInstant(services.now) },
    });
    const other = await addressOf(mine);
    const [mail] = await inPractice(world.db, practice.id, (tx) =>
      tx.delivery.findMany({
        where: { purpose: "calendar_address_made", personId: mine.personId },
      }),
    );
    expect(mail).toMatchObject({ recipient: "me@x.example.com", content: { values: {} } });
    expect(JSON.stringify(mail?.content)).not.toContain(other);
    expect(JSON.stringify(log)).not.toContain(token);
  });

  it("says when it was last fetched, and two at once leave one address", async () => {
    const [person] = await makePatients(world, practice.id, 1);
    if (!person) throw new Error("a patient");
    const tokens = await Promise.all([addressOf(person), addressOf(person)]);
    expect(await world.db.prisma.calendarFeed.count({ where: { loginId: person.loginId } })).toBe(
      1,
    );
    expect((await ownFeed(services, person)).feed?.lastFetchedAt).toBeNull();
    const found = await Promise.all(tokens.map(async (token) => (await fetched(token)).status));
    expect(found.filter((status) => status === 200)).toHaveLength(1);
    expect((await ownFeed(services, person)).feed?.lastFetchedAt).not.toBeNull();
  });

  it("ends with the login, and with the role", async () => {
    const token = await addressOf(mine);
    const standing = (status: "disabled" | "active") =>
      world.db.prisma.login.update({ where: { id: mine.loginId }, data: { status } });
    await standing("disabled");
    expect((await fetched(token)).status).toBe(404);
    await standing("active");
    expect((await fetched(token)).status).toBe(200);
    await inPractice(world.db, practice.id, (tx) =>
      tx.membership.updateMany({
        where: { practiceId: practice.id, loginId: mine.loginId },
        data: { endedAt: fromInstant(services.now) },
      }),
    );
    expect((await fetched(token)).status).toBe(404);
  });

  it("another practice's visits are never in it", async () => {
    const other = await makePractice(world);
    const token = await addressOf(theirs);
    await world.owner.pool.query(
      "update identity.calendar_feed set practice_id = $1 where login_id = $2",
      [other.id, theirs.loginId],
    );
    expect((await fetched(token)).status).toBe(404);
  });
});

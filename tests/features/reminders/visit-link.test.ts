import { describe, expect, it } from "vitest";
import { POST as confirm } from "@/app/api/visit-links/confirm/route";
import { inPractice } from "@/db/transaction";
import { readVisitLink } from "@/features/reminders/visit-link";
import { history } from "../../support/diary-world";
import { makePatient } from "../../support/people";
import { openWorld } from "../../support/world";
import { openBrowser } from "../access/browser";
import {
  clockTime,
  linksTo,
  makeGuardian,
  makeReminded,
  remindingClinic,
  standingVisit,
  sweepAt,
} from "./reminders-world";

const world = await openWorld();

async function scene(clock = "10:00") {
  const clinic = await remindingClinic(world);
  const robin = await makeReminded(world, clinic.practiceId);
  const services = await world.services();
  const startsAt = clockTime(services, clinic, 1, clock);
  const id = await standingVisit(world, clinic, robin.patientId, startsAt);
  await sweepAt(world, startsAt.subtract({ hours: 24 }));
  const [link] = await linksTo(world, clinic.practiceId, robin.email);
  const [textLink] = await linksTo(world, clinic.practiceId, robin.mobile);
  if (!link || !textLink) throw new Error("nobody was reminded");
  const change = (data: { state?: "cancelled" | "arrived" | "booked"; startsAt?: Date }) =>
    inPractice(world.db, clinic.practiceId, (tx) =>
      tx.appointment.update({
        where: { practiceId_id: { practiceId: clinic.practiceId, id } },
        data: {
          ...data,
          ...(data.state === "cancelled" && { cancelledBy: "staff", cancelReason: "Away" }),
          ...(data.startsAt && timesFrom(data.startsAt)),
        },
        select: { id: true },
      }),
    );
  return { ...clinic, robin, id, startsAt, link, textLink, services, change };
}

function timesFrom(startsAt: Date) {
  const endsAt = new Date(startsAt.getTime() + 1_800_000);
  return {
    endsAt,
    practitionerBusyFromAt: startsAt,
    practitionerBusyUntilAt: endsAt,
    chairBusyFromAt: startsAt,
    chairBusyUntilAt: endsAt,
  };
}

const answer = (token: string) => openBrowser(world).send(confirm, { body: { token } });

describe("R35: the link of a reminder", () => {
  it("S13, S23: opening it changes nothing and shows day, time and practice alone", async () => {
    const { practiceId, practice, id, link, robin, startsAt, services } = await scene();
    for (let opened = 0; opened < 3; opened += 1) await readVisitLink(services, link);
    expect(await history(world, practiceId, id)).toEqual([]);
    const view = await readVisitLink(services, link);
    const named = await world.db.prisma.practice.findUniqueOrThrow({ where: { id: practiceId } });
    expect(view).toEqual({
      state: "open",
      startsAt: startsAt.toString(),
      practice: {
        shortName: named.shortName,
        name: named.name,
        zone: practice.zone,
        phone: named.supportPhone,
      },
      mayAct: true,
      changeHref: `/appointments/${id}/reschedule`,
    });
    const rows = await world.db.prisma.token.findMany({ where: { patientId: robin.patientId } });
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(Buffer.from(row.digest).toString("base64url")).not.toBe(link);
  });

  it("confirms with one press, audited with how; pressed again, or from the text, it stays so", async () => {
    const { practiceId, id, link, textLink, robin, services } = await scene();
    const [first, second] = await Promise.all([answer(link), answer(link)]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect((await answer(textLink)).body).toEqual({ state: "confirmed" });
    expect(await history(world, practiceId, id)).toEqual(["booked confirm confirmed by patient"]);
    expect((await readVisitLink(services, textLink))?.state).toBe("confirmed");
    const entries = await inPractice(world.db, practiceId, (tx) =>
      tx.auditEntry.findMany({
        where: { practiceId, action: "appointment.confirmed" },
        select: { actorPersonId: true, actorRole: true, objectId: true, detail: true },
      }),
    );
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      actorPersonId: robin.personId,
      actorRole: "patient",
      objectId: id,
      detail: { how: "reminder_link", channel: "mail" },
    });
  });

  it.each([
    ["moved", 409, { startsAt: new Date(Date.UTC(2027, 0, 4, 9)) }],
    ["cancelled", 409, { state: "cancelled" }],
    ["here", 409, { state: "arrived" }],
  ] as const)("%s: says so and confirms nothing", async (code, status, data) => {
    const { practiceId, id, link, services, change } = await scene();
    await change(data);
    const refused = await answer(link);
    expect([refused.status, refused.body.error.code]).toEqual([status, code]);
    const view = await readVisitLink(services, link);
    expect(view).toMatchObject({ state: code, changeHref: "/appointments" });
    expect(JSON.stringify(view)).not.toContain("2027-01-04");
    expect(await history(world, practiceId, id)).toEqual([]);
  });

  it("once the visit has begun: too late, also for what was confirmed", async () => {
    const { link, services, startsAt, change } = await scene();
    const later = { ...services, now: startsAt };
    expect((await readVisitLink(later, link))?.state).toBe("over");
    await change({ state: "booked" });
    await world.advance("P2D");
    const refused = await answer(link);
    expect([refused.status, refused.body.error.code]).toEqual([410, "over"]);
  });

  it("S12: another's link says nothing of mine; made-up, cut and other tokens are unknown", async () => {
    const mine = await scene();
    const theirs = await scene();
    expect((await answer(theirs.link)).status).toBe(200);
    expect(await history(world, mine.practiceId, mine.id)).toEqual([]);
    const reset = await world.db.prisma.token.findFirstOrThrow({
      where: { patientId: mine.robin.patientId },
    });
    await world.db.prisma.token.update({
      where: { id: reset.id },
      data: { purpose: "login_link" },
    });
    for (const token of ["", "x".repeat(43), mine.link.slice(1), `${mine.link}a`]) {
      const refused = await answer(token);
      expect([refused.status, refused.body.error.code]).toEqual([404, "link_unknown"]);
    }
    const both = await Promise.all([answer(mine.link), answer(mine.textLink)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 404]);
  });

  it("R10: a guardian answers for the child, one who looks on does not, and an ended one's link is dead", async () => {
    const clinic = await remindingClinic(world, [{ minutesBefore: 1440, channel: "mail" }]);
    const { practiceId } = clinic;
    const child = await makePatient(world, practiceId, { dateOfBirth: "2016-03-09" });
    const looker = await makeGuardian(world, practiceId, [child], { rights: "view" });
    const ended = await makeGuardian(world, practiceId, [child]);
    const guardian = await makeGuardian(world, practiceId, [child]);
    const services = await world.services();
    const startsAt = clockTime(services, clinic, 1, "10:00");
    const id = await standingVisit(world, clinic, child, startsAt);
    await sweepAt(world, startsAt.subtract({ hours: 24 }));
    const now = new Date(services.now.epochMilliseconds);
    await inPractice(world.db, practiceId, (tx) =>
      tx.guardianship.updateMany({
        where: { practiceId, guardianPersonId: ended.personId },
        data: { endedAt: now, endedReason: "staff" },
      }),
    );
    const linkOf = async (email: string) => (await linksTo(world, practiceId, email))[0] ?? "";
    expect((await answer(await linkOf(looker.email))).status).toBe(403);
    expect((await answer(await linkOf(ended.email))).status).toBe(404);
    expect(await readVisitLink(services, await linkOf(ended.email))).toBeNull();
    const link = await linkOf(guardian.email);
    expect((await readVisitLink(services, link))?.changeHref).toBe(
      `/appointments/${id}/reschedule?patient=${child}`,
    );
    expect((await answer(link)).status).toBe(200);
    expect(await history(world, practiceId, id)).toEqual(["booked confirm confirmed by guardian"]);
  });

  it("somebody without a login answers too, and is led to the telephone", async () => {
    const clinic = await remindingClinic(world, [
      { minutesBefore: 1440, channel: "sms", withoutLogin: true },
    ]);
    const { practiceId } = clinic;
    const mobilePhone = "+46701740661";
    const patientId = await makePatient(world, practiceId, { mobilePhone });
    const services = await world.services();
    const startsAt = clockTime(services, clinic, 1, "10:00");
    const id = await standingVisit(world, clinic, patientId, startsAt);
    await sweepAt(world, startsAt.subtract({ hours: 24 }));
    const [link] = await linksTo(world, practiceId, mobilePhone);
    expect(await readVisitLink(services, link ?? "")).toMatchObject({ changeHref: null });
    expect((await answer(link ?? "")).status).toBe(200);
    expect(await history(world, practiceId, id)).toEqual(["booked confirm confirmed by patient"]);
  });
});

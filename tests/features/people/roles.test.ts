import { describe, expect, it } from "vitest";
import { POST as endSessions } from "@/app/api/people/[id]/end-sessions/route";
import { POST as removeRoute } from "@/app/api/people/[id]/remove/route";
import { POST as roleRoute } from "@/app/api/people/[id]/role/route";
import { POST as accept } from "@/app/api/set-ups/accept/route";
import { inPractice } from "@/db/transaction";
import { startThread } from "@/features/messages/start-thread";
import { makePatient, makePatientActor, makePerson, makeSession } from "../../support/people";
import { makePractice, makePractitioner, openWorld } from "../../support/world";
import { openBrowser } from "../access/browser";
import { peopleScene } from "./people-world";

const world = await openWorld();

const removal = { takesOverId: null, templates: "keep" as const };

describe("R52: changing a role", () => {
  it("counts at once: the old role's session ends, before and after are in the audit log", async () => {
    const { admin, member, roles, audited } = await peopleScene(world);
    const sam = await member("staff");
    const sent = {
      params: { id: sam.membershipId },
      body: { role: "admin", takesOverId: null },
    };
    expect((await sam.browser.whoAmI()).role).toBe("staff");
    const both = await Promise.all([1, 2].map(() => admin.browser.send(roleRoute, sent)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await sam.browser.whoAmI()).toEqual({});
    expect(await roles(sam.loginId)).toEqual(["admin"]);
    const rows = await audited("membership.changed");
    expect(rows).toMatchObject([
      { detail: { before: "staff", after: "admin", sessionsEnded: 1 }, objectId: sam.loginId },
    ]);
    // A second tab that still shows the old role is told what is true now.
    const stale = await admin.browser.send(roleRoute, {
      ...sent,
      body: { role: "orthodontist", takesOverId: null },
    });
    expect(stale.body.error).toMatchObject({ code: "membership_ended", detail: { role: "admin" } });
  });

  it("of an orthodontist hands over patients and conversations, and leaves visits with them", async () => {
    const { practice, practiceId, admin, member } = await peopleScene(world);
    const [leaving, next] = [await member("orthodontist"), await member("orthodontist")];
    const old = await makePractitioner(world, practice, leaving.personId);
    const other = await makePractitioner(world, practice, next.personId);
    const patientId = await makePatient(world, practiceId, { practitionerId: old });
    const asked = await threadOf(practiceId, leaving.personId);
    const body = { role: "staff", takesOverId: admin.personId };
    const params = { id: leaving.membershipId };
    const refused = await admin.browser.send(roleRoute, { params, body });
    expect(refused.body.error.code).toBe("person_unknown");
    const done = await admin.browser.send(roleRoute, {
      params,
      body: { ...body, takesOverId: next.personId },
    });
    expect(done.body).toMatchObject({ patients: 1, threads: 1, visitsLeft: 0 });
    const now = await inPractice(world.db, practiceId, async (tx) => ({
      patient: await tx.patient.findFirstOrThrow({ where: { practiceId, id: patientId } }),
      thread: await tx.thread.findFirstOrThrow({ where: { practiceId, id: asked } }),
      row: await tx.practitioner.findFirstOrThrow({ where: { practiceId, id: old } }),
    }));
    expect(now.patient.practitionerId).toBe(other);
    expect(now.thread.assignedToPersonId).toBe(next.personId);
    expect(now.row).toMatchObject({ acceptsOnlineBookings: false, archivedAt: expect.any(Date) });
    // And back again: the same row is bookable.
    const again = {
      params: { id: done.body.membershipId },
      body: { role: "orthodontist", takesOverId: null },
    };
    expect((await admin.browser.send(roleRoute, again)).status).toBe(200);
    const rows = await inPractice(world.db, practiceId, (tx) =>
      tx.practitioner.findMany({ where: { practiceId, personId: leaving.personId } }),
    );
    expect(rows).toMatchObject([{ id: old, acceptsOnlineBookings: true, archivedAt: null }]);
  });
});

async function threadOf(practiceId: string, personId: string): Promise<string> {
  const patient = await makePatientActor(world, practiceId);
  const thread = await startThread(await world.services(), patient, {
    subject: "Tray 7",
    body: "Tight.",
    attachmentIds: [],
  });
  if (!thread.ok) throw new Error(thread.reason);
  const { id } = thread.value;
  await inPractice(world.db, practiceId, (tx) =>
    tx.thread.updateMany({ where: { practiceId, id }, data: { assignedToPersonId: personId } }),
  );
  return id;
}

describe("R52: removing somebody", () => {
  it("ends their sessions here alone, frees conversations, and an invitation brings them back", async () => {
    const { practiceId, admin, invite, links, roles, audited } = await peopleScene(world);
    const other = await makePractice(world);
    const email = "kim.leaves@mail.example.com";
    const kim = await makePerson(world, practiceId, { role: "staff", email });
    const here = openBrowser(
      world,
      new Map([["archway-session", await makeSession(world, practiceId, kim, "staff")]]),
    );
    const second = await inPractice(world.db, other.id, (tx) =>
      tx.membership.create({
        data: {
          practiceId: other.id,
          personId: kim.personId,
          loginId: kim.loginId,
          role: "staff",
          createdAt: new Date(),
        },
      }),
    );
    const elsewhere = { ...kim, membershipId: second.id };
    const there = openBrowser(
      world,
      new Map([["archway-session", await makeSession(world, other.id, elsewhere, "staff")]]),
    );
    const thread = await threadOf(practiceId, kim.personId);
    const sent = { params: { id: kim.membershipId }, body: removal };
    const key = { headers: { "idempotency-key": crypto.randomUUID() } };
    const both = await Promise.all(
      [1, 2].map(() => admin.browser.send(removeRoute, { ...sent, ...key })),
    );
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await here.whoAmI()).toEqual({});
    expect((await there.whoAmI()).role).toBe("staff");
    expect(await roles(kim.loginId)).toEqual([]);
    const row = await inPractice(world.db, practiceId, (tx) =>
      tx.thread.findFirstOrThrow({ where: { practiceId, id: thread } }),
    );
    expect(row.assignedToPersonId).toBeNull();
    expect(await audited("membership.ended")).toMatchObject([
      { detail: { before: "staff", after: null, sessionsEnded: 1, threads: 1 } },
    ]);
    await invite({ email, role: "staff" });
    const [token = ""] = await links();
    expect((await openBrowser(world).send(accept, { body: { token } })).status).toBe(200);
    expect(await roles(kim.loginId)).toEqual(["staff"]);
  });

  it.each([
    ["keep", ["Braces off", "Hello", "Hello (Alex Example)"]],
    ["remove", ["Hello"]],
  ] as const)("%s: their own templates", async (templates, names) => {
    const { practiceId, admin, member } = await peopleScene(world);
    const sam = await member("staff");
    const updatedAt = new Date();
    await inPractice(world.db, practiceId, (tx) =>
      tx.messageTemplate.createMany({
        data: [
          { practiceId, name: "Hello", body: "Hi", updatedAt },
          { practiceId, name: "hello", body: "Hi", ownerPersonId: sam.personId, updatedAt },
          { practiceId, name: "Braces off", body: "Hi", ownerPersonId: sam.personId, updatedAt },
        ].map((one) => ({ ...one, name: one.name === "hello" ? "Hello" : one.name })),
      }),
    );
    const done = await admin.browser.send(removeRoute, {
      params: { id: sam.membershipId },
      body: { ...removal, templates },
    });
    expect(done.body.templates).toBe(2);
    const left = await inPractice(world.db, practiceId, (tx) =>
      tx.messageTemplate.findMany({
        where: { practiceId, archivedAt: null, ownerPersonId: null },
        orderBy: { name: "asc" },
      }),
    );
    expect(left.map(({ name }) => name)).toEqual(names);
  });

  it("wrong practice and wrong role: like none, and not allowed", async () => {
    const { admin } = await peopleScene(world);
    const there = await peopleScene(world);
    const sam = await there.member("staff");
    const params = { id: sam.membershipId };
    const doors = [
      [removeRoute, removal],
      [roleRoute, { role: "admin", takesOverId: null }],
      [endSessions, undefined],
    ] as const;
    for (const [door, body] of doors) {
      const sent = { params, ...(body && { body }) };
      expect((await admin.browser.send(door, sent)).status).toBe(404);
      expect((await sam.browser.send(door, sent)).status).toBe(403);
    }
    expect((await sam.browser.whoAmI()).role).toBe("staff");
    const patient = await makePatientActor(world, there.practiceId);
    const own = { params: { id: patient.membershipId }, body: removal };
    expect((await there.admin.browser.send(removeRoute, own)).status).toBe(404);
  });

  it("logs somebody out everywhere, who can log in again", async () => {
    const { admin, member, roles } = await peopleScene(world);
    const sam = await member("staff");
    const done = await admin.browser.send(endSessions, { params: { id: sam.membershipId } });
    expect(done.body).toEqual({ ended: 1 });
    expect(await sam.browser.whoAmI()).toEqual({});
    expect(await roles(sam.loginId)).toEqual(["staff"]);
  });
});

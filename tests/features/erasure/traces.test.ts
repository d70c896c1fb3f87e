import { beforeAll, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { openWorld } from "../../support/world";
import { registeredPatient } from "../access/people";
import { recordOf } from "../account/browser-of";
import { openDeliveryWorld } from "../notifications/delivery-world";
import { eraseIn, leaveTraces, type Patient, whereStands } from "./erasure-world";

const world = await openWorld();
const sending = await openDeliveryWorld(world);
let robin: Patient;
let relative: Patient;

beforeAll(async () => {
  robin = await registeredPatient(world);
  relative = await registeredPatient(world, { practiceId: robin.practiceId });
});

const traces = (words: readonly string[]) => whereStands(world, [robin.practiceId], words);

it("S23: after an erasure address, number and login name stand nowhere but where the decision says", async () => {
  await inPractice(world.db, robin.practiceId, (tx) =>
    tx.patient.update({
      where: { practiceId_id: { practiceId: robin.practiceId, id: robin.patientId } },
      data: { email: robin.email, mobilePhone: robin.mobile, portalStatus: "registered" },
    }),
  );
  const here = await leaveTraces(world, robin);
  const everywhere = await traces([robin.email, robin.mobile, robin.loginName, robin.loginId]);
  for (const table of [
    "identity.calendar_feed",
    "identity.credential",
    "identity.factor",
    "identity.known_browser",
    "identity.lock_counter",
    "identity.login",
    "identity.login_challenge",
    "identity.one_time_code",
    "identity.registration",
    "identity.session",
    "identity.token",
    "tenant.delivery",
    "tenant.failed_registration",
    "tenant.membership",
    "tenant.patient",
  ])
    expect(everywhere).toContain(table);

  const done = await eraseIn(here, robin.loginName);
  expect([done.status, done.body]).toEqual([200, { wholeLogin: true }]);

  expect(await traces([robin.loginName])).toEqual([]);
  // What nobody may change names the login by its id.
  expect(await traces([robin.loginId])).toEqual(["tenant.audit_entry"]);
  // The record's own contact, and the one mail that has still to leave.
  expect(await traces([robin.mobile])).toEqual(["tenant.patient"]);
  expect(await traces([robin.email])).toEqual(["tenant.delivery", "tenant.patient"]);
});

it("S23: the last mail forgets its address once it has left", async () => {
  const { practiceId } = robin;
  const waiting = await inPractice(world.db, practiceId, (tx) =>
    tx.delivery.findMany({
      where: { practiceId, kind: { not: "pms_update" }, recipient: { not: null } },
      select: { id: true, purpose: true, recipient: true, personId: true, patientId: true },
    }),
  );
  expect(waiting).toEqual([
    {
      id: expect.any(String),
      purpose: "login_erased",
      recipient: robin.email,
      personId: null,
      patientId: null,
    },
  ]);
  await sending.deliver(practiceId, waiting[0]?.id ?? "");
  const [mail] = await sending.mailsTo(robin.email);
  expect(mail?.subject).toBe("Your access to the portal was deleted");
  expect(await traces([robin.email])).toEqual(["tenant.patient"]);
});

it("S23: the person is left as a shell without a name, and the record says when the login went", async () => {
  const person = await world.db.prisma.person.findUniqueOrThrow({ where: { id: robin.personId } });
  expect(person).toMatchObject({
    firstName: "",
    lastName: "",
    preferredName: null,
    dateOfBirth: null,
    erasedAt: expect.any(Date),
  });
  expect(await recordOf(world, robin.practiceId, robin.patientId)).toMatchObject({
    firstName: "Robin",
    portalStatus: "none",
    loginId: null,
    personId: robin.personId,
    loginErasedAt: expect.any(Date),
    loginErasedBy: "patient",
  });
});

it("S23: what was sent stays to be counted; messages and the log stay with the record", async () => {
  const { practiceId, patientId } = robin;
  const kept = await inPractice(world.db, practiceId, async (tx) => ({
    texts: await tx.delivery.count({ where: { practiceId, kind: "sms", segments: 1 } }),
    messages: await tx.message.findMany({ where: { practiceId }, select: { body: true } }),
    drafts: await tx.messageDraft.count({ where: { practiceId } }),
    opinions: await tx.careFeedback.count({ where: { practiceId } }),
    choices: await tx.notificationChoice.count({ where: { practiceId } }),
    keys: await tx.idempotencyKey.count({ where: { practiceId } }),
    log: await tx.auditEntry.findMany({
      where: { practiceId, action: "login.erased" },
      select: { patientId: true, actorName: true, detail: true },
    }),
  }));
  expect(kept).toEqual({
    texts: 1,
    messages: [{ body: "It is loose." }],
    drafts: 0,
    opinions: 0,
    choices: 0,
    keys: 0,
    log: [
      {
        patientId,
        actorName: "Alex Example",
        detail: { wholeLogin: true, guardianshipsEnded: 0 },
      },
    ],
  });
});

it("S23: somebody else of the practice loses nothing, nor does who shares the address", async () => {
  const { practiceId } = robin;
  const twin = await registeredPatient(world, { practiceId, email: relative.email });
  const here = await leaveTraces(world, relative);
  await leaveTraces(world, twin);
  const before = await traces([twin.loginName]);
  await eraseIn(here, relative.loginName);
  expect(await traces([twin.loginName])).toEqual(before);
  expect(await traces([relative.loginName])).toEqual([]);
  const left = await inPractice(world.db, practiceId, (tx) =>
    tx.delivery.findMany({
      where: { practiceId, recipient: twin.email },
      select: { personId: true },
    }),
  );
  expect(left.filter(({ personId }) => personId === twin.personId).length).toBeGreaterThan(0);
});

import { beforeEach, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { acceptTerms } from "@/features/registration/completion/accept-terms";
import { purgeRegistrations } from "@/features/registration/purge-registrations";
import { makePractice, openWorld, type PracticeMade } from "../../support/world";
import {
  makeAnna,
  newestSecret,
  publishTerms,
  reachCode,
  reachTerms,
  secretsOf,
  TERMS,
} from "./walk";

const world = await openWorld();
let practice: PracticeMade;
let patientId: string;

beforeEach(async () => {
  practice = await makePractice(world);
  patientId = await makeAnna(world, practice);
  await publishTerms(world, practice);
});

async function change(data: Record<string, unknown>) {
  await inPractice(world.db, practice.id, (tx) =>
    tx.patient.update({
      where: { practiceId_id: { practiceId: practice.id, id: patientId } },
      data,
    }),
  );
}

it("R9: an archived patient has no portal, and staff read why", async () => {
  await change({ archivedAt: new Date("2026-01-01"), archivedReason: "moved" });
  await reachCode(world, practice);
  expect(await secretsOf(world, practice, "registration_code")).toEqual([]);
  const rows = await inPractice(world.db, practice.id, (tx) => tx.failedRegistration.findMany());
  expect(rows).toMatchObject([{ cause: "archived", patientId }]);
});

it("R9: a patient with a booking restriction registers like any other, and keeps the restriction", async () => {
  await change({ bookingRestrictedAt: new Date("2026-01-01") });
  const browser = await reachTerms(world, practice);
  const done = await acceptTerms(await world.services(), browser, { version: TERMS.version });
  expect(done).toMatchObject({ ok: true, value: { step: "done" } });
  const record = await inPractice(world.db, practice.id, (tx) =>
    tx.patient.findFirstOrThrow({ where: { id: patientId } }),
  );
  expect(record).toMatchObject({ portalStatus: "registered" });
  expect(record.bookingRestrictedAt).not.toBeNull();
});

it("S2: after 24 hours nothing of a registration is left: no row, no code, no address in its token", async () => {
  await reachTerms(world, practice);
  await reachCode(world, practice, { mobile: "+4917640690055" });
  const token = await newestSecret(world, practice, "registration_email");
  expect(token).not.toBe("");
  await world.advance("PT23H59M");
  const { prisma } = world.db;
  const counts = async () => ({
    registrations: await prisma.registration.count({ where: { practiceId: practice.id } }),
    codes: await prisma.oneTimeCode.count({ where: { practiceId: practice.id } }),
    addresses: await prisma.token.count({
      where: { practiceId: practice.id, email: { not: null } },
    }),
  });
  await purgeRegistrations(await world.services());
  expect(await counts()).toEqual({ registrations: 2, codes: 2, addresses: 1 });
  await world.advance("PT1M");
  await purgeRegistrations(await world.services());
  expect(await counts()).toEqual({ registrations: 0, codes: 0, addresses: 0 });
});

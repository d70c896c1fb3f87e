import { beforeEach, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { createLoginLink } from "@/features/login-links/create-login-link";
import { loginLinks } from "@/features/login-links/queries";
import { makeClinicActor } from "../../support/people";
import { makePractice, openWorld, type PracticeMade } from "../../support/world";
import { makeAnna } from "../registration/walk";

const world = await openWorld();
let practice: PracticeMade;
let patientId: string;
let staff: Awaited<ReturnType<typeof makeClinicActor>>;

beforeEach(async () => {
  practice = await makePractice(world);
  patientId = await makeAnna(world, practice);
  staff = await makeClinicActor(world, practice.id, "staff");
});

async function make(deliver: "mail" | "sms") {
  await createLoginLink(await world.services(), staff, { id: patientId, deliver });
}

async function listed() {
  const { items } = await loginLinks(await world.services(), staff, undefined);
  return items.map(({ state, isToRepeat }) => [state, isToRepeat]);
}

function write(data: Record<string, unknown>) {
  return inPractice(world.db, practice.id, (tx) =>
    tx.patient.update({
      where: { practiceId_id: { practiceId: practice.id, id: patientId } },
      data,
    }),
  );
}

it("S9, R8: a link that ran out can be made anew from its line, the one it replaced cannot", async () => {
  await make("sms");
  await make("mail");
  expect(await listed()).toEqual([
    ["on_its_way", false],
    ["replaced", false],
  ]);
  await world.advance("PT24H");
  expect(await listed()).toEqual([
    ["expired", true],
    ["replaced", false],
  ]);
});

it("S9, R8: so can one that was not delivered", async () => {
  await make("mail");
  await inPractice(world.db, practice.id, (tx) =>
    tx.delivery.updateMany({
      where: { purpose: "login_link" },
      data: { state: "undelivered", settledAt: new Date(), sealedSecret: null },
    }),
  );
  expect(await listed()).toEqual([["undelivered", true]]);
});

it.each([
  ["R4: not of somebody who has registered since", { portalStatus: "registered" }],
  ["R9: not of an archived record", { archivedAt: new Date(), archivedReason: "moved" }],
])("%s", async (_, change) => {
  await make("sms");
  await world.advance("PT24H");
  await write(change);
  expect(await listed()).toEqual([["expired", false]]);
});

it("S12: another practice sees none of it", async () => {
  await make("sms");
  const stranger = await makeClinicActor(world, (await makePractice(world)).id, "admin");
  expect((await loginLinks(await world.services(), stranger, undefined)).items).toEqual([]);
});

import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { enterCode } from "@/features/registration/code/enter-code";
import { resendCode } from "@/features/registration/code/resend-code";
import { acceptTerms } from "@/features/registration/completion/accept-terms";
import { startRegistration } from "@/features/registration/details/start-registration";
import { makePractice, openWorld, type PracticeMade } from "../../support/world";
import {
  anna,
  makeAnna,
  newestSecret,
  publishTerms,
  reachCode,
  reachTerms,
  secretsOf,
  shortNameOf,
  TERMS,
  visitor,
} from "./walk";

const world = await openWorld();

async function failuresOf(practice: PracticeMade) {
  return inPractice(world.db, practice.id, (tx) =>
    tx.failedRegistration.findMany({ select: { cause: true, patientId: true } }),
  );
}

async function change(practice: PracticeMade, id: string, data: Record<string, unknown>) {
  await inPractice(world.db, practice.id, (tx) =>
    tx.patient.update({ where: { practiceId_id: { practiceId: practice.id, id } }, data }),
  );
}

describe("S2, R5, R6: before the code is right, every answer is the same", () => {
  it.each([
    ["no record", "no_record", async () => undefined],
    [
      "another mobile on the record",
      "no_record",
      (practice: PracticeMade, id: string) =>
        change(practice, id, { mobilePhone: "+4917640690002" }),
    ],
    [
      "the number in the work field",
      "wrong_number_field",
      (practice: PracticeMade, id: string) =>
        change(practice, id, { mobilePhone: null, workPhone: anna.mobile }),
    ],
    [
      "an archived record",
      "archived",
      (practice: PracticeMade, id: string) =>
        change(practice, id, { archivedAt: new Date("2026-01-01"), archivedReason: "moved" }),
    ],
  ] as const)("%s: the code screen, no text, a row for staff", async (name, cause, spoil) => {
    const practice = await makePractice(world);
    if (name !== "no record") {
      await spoil(practice, await makeAnna(world, practice));
    }
    const { browser, confirmed } = await reachCode(world, practice);
    expect(confirmed).toEqual({ ok: true, value: { step: "code" } });
    expect(await secretsOf(world, practice, "registration_code")).toEqual([]);
    expect(await failuresOf(practice)).toMatchObject([{ cause }]);
    const services = await world.services();
    expect(await enterCode(services, browser, { code: "123456" })).toEqual({
      ok: false,
      reason: "code_wrong",
      detail: { triesLeft: 4 },
    });
    expect(await resendCode(services, browser)).toMatchObject({ reason: "resend_too_soon" });
    await world.advance("PT61S");
    expect(await resendCode(await world.services(), browser)).toEqual({
      ok: true,
      value: { step: "code" },
    });
    expect(await secretsOf(world, practice, "registration_code")).toEqual([]);
  });

  it("the same words where a record matches", async () => {
    const practice = await makePractice(world);
    await makeAnna(world, practice);
    const { browser, confirmed } = await reachCode(world, practice);
    expect(confirmed).toEqual({ ok: true, value: { step: "code" } });
    const right = await newestSecret(world, practice, "registration_code");
    const wrong = right === "123456" ? "654321" : "123456";
    expect(await enterCode(await world.services(), browser, { code: wrong })).toEqual({
      ok: false,
      reason: "code_wrong",
      detail: { triesLeft: 4 },
    });
  });

  it("R8: somebody registered already gets the code screen and no text, and staff see it", async () => {
    const practice = await makePractice(world);
    await makeAnna(world, practice);
    await publishTerms(world, practice);
    const browser = await reachTerms(world, practice);
    await acceptTerms(await world.services(), browser, { version: TERMS.version });
    const again = await reachCode(world, practice);
    expect(again.confirmed).toEqual({ ok: true, value: { step: "code" } });
    expect(await secretsOf(world, practice, "registration_code")).toHaveLength(1);
    expect((await failuresOf(practice)).at(-1)).toMatchObject({ cause: "already_registered" });
  });
});

it("R6: a landline is refused at the field, matching record or not, and listed", async () => {
  const practice = await makePractice(world);
  await makeAnna(world, practice);
  const services = await world.services();
  for (const email of [anna.email, "nobody@example.com"]) {
    const refusal = await startRegistration(services, visitor(), {
      ...anna,
      email,
      mobile: "+498912345678",
      practice: await shortNameOf(world, practice),
    });
    expect(refusal).toMatchObject({ ok: false, reason: "not_mobile" });
  }
  expect((await failuresOf(practice)).map(({ cause }) => cause)).toEqual(["landline", "landline"]);
});

it("S12: a record of another practice is no record here", async () => {
  const [practice, neighbour] = [await makePractice(world), await makePractice(world)];
  await makeAnna(world, neighbour);
  await reachCode(world, practice);
  expect(await secretsOf(world, practice, "registration_code")).toEqual([]);
  expect(await secretsOf(world, neighbour, "registration_code")).toEqual([]);
  expect(await failuresOf(practice)).toMatchObject([{ cause: "no_record", patientId: null }]);
});

import { beforeEach, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { enterCode } from "@/features/registration/code/enter-code";
import { confirmDetails } from "@/features/registration/details/confirm-details";
import { startRegistration } from "@/features/registration/details/start-registration";
import { registrationOfCookie } from "@/features/registration/own-registration";
import { makePractice, openWorld, type PracticeMade } from "../../support/world";
import { anna, makeAnna, newestSecret, reachCode, secretsOf, shortNameOf } from "./walk";

const world = await openWorld();
let practice: PracticeMade;

beforeEach(async () => {
  practice = await makePractice(world);
  await makeAnna(world, practice);
});

type Browser = Awaited<ReturnType<typeof reachCode>>["browser"];

async function correct(browser: Browser, details: Partial<typeof anna>) {
  const name = await shortNameOf(world, practice);
  return startRegistration(await world.services(), browser, {
    ...anna,
    ...details,
    practice: name,
  });
}

const failures = () =>
  inPractice(world.db, practice.id, (tx) =>
    tx.failedRegistration.findMany({ orderBy: { failedAt: "asc" } }),
  );

it("R1, R2: a wrong mobile is corrected at the code, in the same registration, and the code comes", async () => {
  const { browser } = await reachCode(world, practice, { mobile: "+4917640690077" });
  expect(await secretsOf(world, practice, "registration_code")).toEqual([]);
  expect(await failures()).toMatchObject([
    { cause: "no_record", reason: "mobile_differs", repairedAt: null },
  ]);
  expect(await correct(browser, {})).toEqual({
    ok: true,
    value: expect.objectContaining({ step: "confirm", token: null }),
  });
  expect(await confirmDetails(await world.services(), browser)).toMatchObject({ ok: true });
  const code = await newestSecret(world, practice, "registration_code");
  expect(await enterCode(await world.services(), browser, { code })).toEqual({
    ok: true,
    value: { step: "password" },
  });
  expect(await failures()).toMatchObject([{ repairedHow: "tried_again" }]);
});

it("S3: a correction kills the code that was sent, and is no way round the wait", async () => {
  const { browser } = await reachCode(world, practice);
  const old = await newestSecret(world, practice, "registration_code");
  await correct(browser, { firstName: "Ana" });
  expect(await confirmDetails(await world.services(), browser)).toMatchObject({
    ok: false,
    reason: "resend_too_soon",
    detail: { retryAfterSeconds: expect.any(Number) },
  });
  expect(await enterCode(await world.services(), browser, { code: old })).toMatchObject({
    reason: "wrong_step",
    detail: { step: "confirm" },
  });
  await correct(browser, {});
  await world.advance("PT61S");
  expect(await confirmDetails(await world.services(), browser)).toMatchObject({ ok: true });
  const refused = await enterCode(await world.services(), browser, { code: old });
  const fresh = await newestSecret(world, practice, "registration_code");
  if (old !== fresh) expect(refused).toMatchObject({ reason: "code_wrong" });
  expect(await secretsOf(world, practice, "registration_code")).toHaveLength(2);
});

it("S2: after the code was right, nothing is corrected: another registration begins", async () => {
  const { browser } = await reachCode(world, practice);
  const code = await newestSecret(world, practice, "registration_code");
  await enterCode(await world.services(), browser, { code });
  const again = await correct(browser, { firstName: "Erik" });
  expect(again).toMatchObject({ ok: true, value: { step: "confirm" } });
  if (again.ok) expect(again.value.token).not.toBeNull();
  const own = await registrationOfCookie(
    await world.services(),
    browser.cookies.get("registration"),
  );
  expect(own).toMatchObject({ step: "password", firstName: anna.firstName });
});

it("R8: staff read exactly what differs, a swapped birth date among it", async () => {
  const wrong = [
    [{ dateOfBirth: "1990-02-04" }, "day_month_swapped"],
    [{ dateOfBirth: "1990-04-03" }, "birth_date_differs"],
    [{ firstName: "Hanna" }, "name_differs"],
    [{ email: "other@example.com" }, "email_differs"],
  ] as const;
  for (const [details, reason] of wrong) {
    const { confirmed } = await reachCode(world, practice, details);
    expect(confirmed).toEqual({ ok: true, value: { step: "code" } });
    expect((await failures()).map((row) => row.reason)).toContain(reason);
  }
  expect(await secretsOf(world, practice, "registration_code")).toEqual([]);
});

it.each(["homePhone", "workPhone"] as const)(
  "R6: the number in the field %s gets the no-match answer, and staff read the field",
  async (field) => {
    const other = await makePractice(world);
    const id = await makeAnna(world, other);
    await inPractice(world.db, other.id, (tx) =>
      tx.patient.update({
        where: { practiceId_id: { practiceId: other.id, id } },
        data: { mobilePhone: null, [field]: anna.mobile },
      }),
    );
    const { confirmed } = await reachCode(world, other);
    expect(confirmed).toEqual({ ok: true, value: { step: "code" } });
    const rows = await inPractice(world.db, other.id, (tx) => tx.failedRegistration.findMany());
    expect(rows).toMatchObject([
      {
        cause: "wrong_number_field",
        reason: field === "homePhone" ? "home_field" : "work_field",
        patientId: id,
      },
    ]);
  },
);

it.each([
  ["a spelling without the sign", { firstName: "Anna", lastName: "Lindqvist-Oesterberg" }],
  ["half of the double name", { lastName: "Lindqvist" }],
  ["a nickname", { firstName: "Ann", lastName: "Lindqvist Österberg" }],
])("R5: a record is found by %s", async (_, typed) => {
  const other = await makePractice(world);
  const id = await makeAnna(world, other, { lastName: "Lindqvist-Österberg" });
  await inPractice(world.db, other.id, (tx) =>
    tx.patient.update({
      where: { practiceId_id: { practiceId: other.id, id } },
      data: { preferredName: "Ann" },
    }),
  );
  await reachCode(world, other, typed);
  expect(await secretsOf(world, other, "registration_code")).toHaveLength(1);
});

import { beforeEach, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { answerQuestion } from "@/features/registration/code/answer-question";
import { enterCode } from "@/features/registration/code/enter-code";
import { acceptTerms } from "@/features/registration/completion/accept-terms";
import { startRegistration } from "@/features/registration/details/start-registration";
import { proveEmail } from "@/features/registration/email/prove-email";
import { registrationOfCookie } from "@/features/registration/own-registration";
import { createPassword } from "@/features/registration/password/create-password";
import { repairRegistration } from "@/features/repairs/repair-registration";
import { makeClinicActor } from "../../support/people";
import { makePractice, openWorld, type PracticeMade } from "../../support/world";
import {
  anna,
  makeAnna,
  newestSecret,
  PASSWORD,
  publishTerms,
  reachCode,
  secretsOf,
  TERMS,
  visitor,
} from "./walk";

const world = await openWorld();
let practice: PracticeMade;
let staff: ClinicActor;
let ids: [string, string];

beforeEach(async () => {
  practice = await makePractice(world);
  staff = await makeClinicActor(world, practice.id, "staff");
  ids = [await makeAnna(world, practice), await makeAnna(world, practice)];
  await publishTerms(world, practice);
  await postcodes("SW1A 1AA", "ZZ1 4AB");
});

async function change(id: string, data: Record<string, unknown>) {
  await inPractice(world.db, practice.id, (tx) =>
    tx.patient.update({ where: { practiceId_id: { practiceId: practice.id, id } }, data }),
  );
}

async function postcodes(first: string | null, second: string | null) {
  await change(ids[0], { postcode: first });
  await change(ids[1], { postcode: second });
}

/** Up to the question: the code was right. */
async function reachQuestion() {
  const { browser } = await reachCode(world, practice);
  const code = await newestSecret(world, practice, "registration_code");
  const entered = await enterCode(await world.services(), browser, { code });
  expect(entered).toEqual({ ok: true, value: { step: "question" } });
  return browser;
}

const answer = async (browser: ReturnType<typeof visitor>, words: string) =>
  answerQuestion(await world.services(), browser, { answer: words });

const own = async (browser: ReturnType<typeof visitor>) =>
  registrationOfCookie(await world.services(), browser.cookies.get("registration"));

const failures = () => inPractice(world.db, practice.id, (tx) => tx.failedRegistration.findMany());

async function entryId(): Promise<string> {
  const [entry] = await failures();
  if (!entry) throw new Error("nothing is listed");
  return entry.id;
}

const choose = async (id: string, patientId: string, actor = staff) =>
  repairRegistration(await world.services(), actor, { id, action: "choose_record", patientId });

/** From the password on: whose login it became. */
async function finish(browser: ReturnType<typeof visitor>): Promise<string | null> {
  const services = await world.services();
  await createPassword(services, browser, { password: PASSWORD });
  const token = await newestSecret(world, practice, "registration_email");
  await proveEmail(services, browser, { token, password: PASSWORD });
  const done = await acceptTerms(services, browser, { version: TERMS.version });
  expect(done).toMatchObject({ ok: true });
  const registered = await inPractice(world.db, practice.id, (tx) =>
    tx.patient.findMany({ where: { portalStatus: "registered" }, select: { id: true } }),
  );
  expect(registered).toHaveLength(1);
  return registered[0]?.id ?? null;
}

it("R5: two records ask a question, and staff see it from then on; the postcode settles it", async () => {
  const browser = await reachQuestion();
  expect(await failures()).toMatchObject([{ cause: "two_records", patientId: null }]);
  expect((await failures())[0]?.candidateIds.toSorted()).toEqual([...ids].sort());
  expect(await answer(browser, "zz14ab")).toEqual({ ok: true, value: { step: "password" } });
  expect(await failures()).toMatchObject([{ repairedHow: "question_answered" }]);
  expect(await finish(browser)).toBe(ids[1]);
});

it("R5: a wrong answer reveals nothing, and after three staff decide", async () => {
  const browser = await reachQuestion();
  for (const triesLeft of [2, 1]) {
    expect(await answer(browser, "AB1 2CD")).toEqual({
      ok: false,
      reason: "answer_not_settled",
      detail: { triesLeft },
    });
  }
  expect(await answer(browser, "AB1 2CD")).toEqual({ ok: false, reason: "practice_decides" });
  expect(await answer(browser, "ZZ1 4AB")).toMatchObject({
    reason: "wrong_step",
    detail: { step: "waiting" },
  });
  expect(await own(browser)).toMatchObject({ step: "waiting", patientId: null });
});

it("R5: tries that come at once are counted one by one", async () => {
  const browser = await reachQuestion();
  const answers = await Promise.all(Array.from({ length: 8 }, () => answer(browser, "AB1 2CD")));
  const reasons = answers.map((one) => (one.ok ? "ok" : one.reason)).sort();
  expect(reasons.filter((reason) => reason === "answer_not_settled")).toHaveLength(2);
  expect(reasons.filter((reason) => reason === "practice_decides")).toHaveLength(1);
  expect(reasons.filter((reason) => reason === "wrong_step")).toHaveLength(5);
});

it.each([
  ["the same postcode", "ZZ1 4AB", "ZZ1 4AB"],
  ["none", null, null],
])("R5: where no postcode settles it, staff decide at the first answer: %s", async (_, a, b) => {
  await postcodes(a, b);
  const browser = await reachQuestion();
  expect(await answer(browser, "ZZ1 4AB")).toEqual({ ok: false, reason: "practice_decides" });
  expect(await own(browser)).toMatchObject({ step: "waiting" });
});

it("R5: staff choose, the waiting page goes on, and a mail with a link leaves", async () => {
  const browser = await reachQuestion();
  await answer(browser, "");
  const chosen = await choose(await entryId(), ids[0]);
  expect(chosen).toMatchObject({ ok: true, value: { patientId: ids[0] } });
  expect(await own(browser)).toMatchObject({ step: "password", patientId: ids[0] });
  expect(await secretsOf(world, practice, "registration_continue")).toMatchObject([
    { kind: "mail", to: anna.email },
  ]);
  expect(await failures()).toMatchObject([
    { repairedHow: "choose_record", repairedByPersonId: staff.personId },
  ]);
  expect(await finish(browser)).toBe(ids[0]);
});

it("R5, S9: the mailed link begins anew elsewhere, with birth date and code, and dies with the registration", async () => {
  const browser = await reachQuestion();
  await choose(await entryId(), ids[1]);
  const linkToken = await newestSecret(world, practice, "registration_continue");
  const services = await world.services();
  const wrong = await startRegistration(services, visitor(), {
    linkToken,
    dateOfBirth: "1991-04-02",
  });
  expect(wrong).toMatchObject({ ok: true, value: { step: "code" } });
  expect(await secretsOf(world, practice, "registration_code")).toHaveLength(1);
  expect(await finish(browser)).toBe(ids[1]);
  expect(
    await startRegistration(await world.services(), visitor(), {
      linkToken,
      dateOfBirth: anna.dateOfBirth,
    }),
  ).toMatchObject({ ok: false, reason: "link_replaced" });
});

it("R5: of two people at the desk one decides", async () => {
  const browser = await reachQuestion();
  const id = await entryId();
  const answers = await Promise.all([choose(id, ids[0]), choose(id, ids[1])]);
  expect(answers.filter((one) => one.ok)).toHaveLength(1);
  expect(answers.flatMap((one) => (one.ok ? [] : [one.reason]))).toEqual(["already_repaired"]);
  expect((await own(browser))?.step).toBe("password");
});

it("R5: while staff decide, the person's own answer may be faster", async () => {
  const browser = await reachQuestion();
  const id = await entryId();
  const [answered, chosen] = await Promise.all([answer(browser, "ZZ1 4AB"), choose(id, ids[0])]);
  expect([answered.ok, chosen.ok].filter(Boolean)).toHaveLength(1);
  const registration = await own(browser);
  expect(registration).toMatchObject({
    step: "password",
    patientId: answered.ok ? ids[1] : ids[0],
  });
});

it("S12: only the practice's staff decide, and only for a record that matches", async () => {
  const browser = await reachQuestion();
  const id = await entryId();
  const neighbour = await makePractice(world);
  const stranger = await makeClinicActor(world, neighbour.id, "staff");
  expect(await choose(id, ids[0], stranger)).toMatchObject({ reason: "not_found" });
  const other = await makeAnna(world, practice, { firstName: "Berta" });
  expect(await choose(id, other)).toMatchObject({ reason: "not_found" });
  expect(await own(browser)).toMatchObject({ step: "question", patientId: null });
});

it("R5: a record that was archived or renumbered meanwhile is not given", async () => {
  const browser = await reachQuestion();
  const id = await entryId();
  await change(ids[0], { archivedAt: new Date("2026-01-01"), archivedReason: "moved" });
  await change(ids[1], { mobilePhone: "+4917640690033" });
  for (const patientId of ids) {
    expect(await choose(id, patientId)).toMatchObject({ reason: "does_not_fit" });
  }
  expect(await own(browser)).toMatchObject({ step: "question" });
});

it("R5, R7: after a day the registration is over, and staff's decision sends a login link", async () => {
  await reachQuestion();
  const id = await entryId();
  await world.advance("PT24H");
  expect(await choose(id, ids[0])).toMatchObject({ ok: true });
  expect(await secretsOf(world, practice, "registration_continue")).toEqual([]);
  expect(await secretsOf(world, practice, "login_link")).toMatchObject([{ to: anna.mobile }]);
});

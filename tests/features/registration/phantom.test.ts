import { beforeAll, describe, expect, it } from "vitest";
import { POST as resendCode } from "@/app/api/registrations/code/resend/route";
import { POST as enterCode } from "@/app/api/registrations/code/route";
import { POST as confirmDetails } from "@/app/api/registrations/confirm/route";
import { POST as createPassword } from "@/app/api/registrations/password/route";
import { POST as answerQuestion } from "@/app/api/registrations/question/route";
import { POST as startRegistration } from "@/app/api/registrations/route";
import { POST as acceptTerms } from "@/app/api/registrations/terms/route";
import { inPractice } from "@/db/transaction";
import { FAILURE_FLOOR_MS } from "@/features/access/login/failure-floor";
import type { RegisteredHandler } from "@/server/route";
import { makePractice, openWorld, type PracticeMade } from "../../support/world";
import { type Answer, call as callHandler } from "../bad-input/callers";
import { anna, makeAnna, newestSecret, PASSWORD, secretsOf, shortNameOf } from "./walk";

const world = await openWorld();

beforeAll(() => {
  Object.assign(globalThis, { archwayRuntime: world.runtime });
});

type Wish = "a match" | "no match" | "archived" | "in the work field" | "registered" | "two";

async function practiceWith(wish: Wish): Promise<PracticeMade> {
  const practice = await makePractice(world);
  if (wish === "no match") return practice;
  const id = await makeAnna(world, practice);
  if (wish === "two") await makeAnna(world, practice);
  const change = {
    archived: { archivedAt: new Date("2026-01-01"), archivedReason: "moved" },
    "in the work field": { mobilePhone: null, workPhone: anna.mobile },
    registered: { portalStatus: "registered" as const },
    "a match": {},
    two: {},
  }[wish];
  await inPractice(world.db, practice.id, (tx) =>
    tx.patient.update({
      where: { practiceId_id: { practiceId: practice.id, id } },
      data: change,
    }),
  );
  return practice;
}

interface Seen {
  readonly what: string;
  readonly status: number;
  readonly text: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly isSlow: boolean;
}

/** Everything an outsider can read of an answer; what differs by nature is named and held to its shape. */
function seen(what: string, { status, text, headers }: Answer, ms: number): Seen {
  const kept = [...headers].map(([name, value]) => [name, shape(value)] as const).toSorted();
  return { what, status, text: shape(text), headers: kept, isSlow: ms >= FAILURE_FLOOR_MS };
}

function shape(text: string): string {
  return text
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "<id>")
    .replace(/registration=[\w-]{43}/, "registration=<token>")
    .replace(/practice-[0-9a-f]{8}/g, "<practice>");
}

/** All that somebody can do who does not hold the phone: every step, in and out of order, and every limit of a code. */
async function walkWithoutPhone(wish: Wish): Promise<Seen[]> {
  const practice = await practiceWith(wish);
  const all: Seen[] = [];
  let cookie = "";
  async function go(what: string, handler: RegisteredHandler, body?: unknown) {
    const startedMs = performance.now();
    const answer = await callHandler(handler, undefined, {
      ...(body !== undefined && { body }),
      ...(cookie && { headers: { cookie } }),
    });
    all.push(seen(what, answer, performance.now() - startedMs));
    const set = /(archway-registration=[\w-]+)/.exec(answer.headers.get("set-cookie") ?? "")?.[1];
    if (set) cookie = set;
  }
  await go("start", startRegistration, { ...anna, practice: await shortNameOf(world, practice) });
  await go("code before its time", enterCode, { code: "123456" });
  await go("confirm", confirmDetails);
  await go("confirm twice", confirmDetails);
  await go("resend at once", resendCode);
  await go("password before its time", createPassword, { password: PASSWORD });
  await go("question before its time", answerQuestion, { answer: "12345" });
  await go("terms before their time", acceptTerms, { version: "1" });
  await go("no code", enterCode, { code: "hello" });
  const right = await newestSecret(world, practice, "registration_code");
  const wrong = right === "123456" ? "654321" : "123456";
  for (let tries = 1; tries <= 6; tries += 1) await go(`try ${tries}`, enterCode, { code: wrong });
  await world.advance("PT61S");
  await go("resend", resendCode);
  await go("resend again", resendCode);
  await go("a try at the new code", enterCode, { code: wrong });
  await world.advance("PT11M");
  await go("too late", enterCode, { code: wrong });
  await go("corrected", startRegistration, {
    ...anna,
    lastName: "Other",
    practice: await shortNameOf(world, practice),
  });
  await go("confirm the correction", confirmDetails);
  await world.advance("PT24H");
  await go("after a day", enterCode, { code: wrong });
  return all;
}

describe("S2, S6: whoever does not hold the phone reads the same, byte for byte", () => {
  let matching: Seen[];
  beforeAll(async () => {
    matching = await walkWithoutPhone("a match");
  });

  it("and the way is worth comparing", () => {
    expect(matching.map(({ what, status }) => `${what}: ${status}`)).toEqual([
      "start: 200",
      "code before its time: 409",
      "confirm: 200",
      "confirm twice: 409",
      "resend at once: 429",
      "password before its time: 409",
      "question before its time: 409",
      "terms before their time: 409",
      "no code: 422",
      "try 1: 422",
      "try 2: 422",
      "try 3: 422",
      "try 4: 422",
      "try 5: 422",
      "try 6: 429",
      "resend: 200",
      "resend again: 429",
      "a try at the new code: 422",
      "too late: 410",
      "corrected: 200",
      "confirm the correction: 200",
      "after a day: 410",
    ]);
    const slow = matching.filter(({ isSlow }) => isSlow).map(({ what }) => what);
    expect(slow).toEqual(expect.arrayContaining(["confirm", "resend at once", "resend"]));
  });

  it.each<Wish>(["no match", "archived", "in the work field", "registered", "two"])(
    "%s",
    async (wish) => {
      const other = await walkWithoutPhone(wish);
      for (const [index, answer] of matching.entries()) {
        const { isSlow: _slow, ...same } = answer;
        expect(other[index]).toMatchObject(same);
        // Steps whose work depends on the record wait for the floor, whatever they found.
        if (/^(confirm|confirm the correction|resend.*)$/.test(answer.what)) {
          expect([answer.what, other[index]?.isSlow]).toEqual([answer.what, true]);
        }
      }
    },
  );
});

it("S2: of all of them only the matching one, and the two, get a text", async () => {
  const sent = [];
  for (const wish of [
    "a match",
    "two",
    "no match",
    "archived",
    "in the work field",
    "registered",
  ] as const) {
    const practice = await practiceWith(wish);
    const started = await callHandler(startRegistration, undefined, {
      body: { ...anna, practice: await shortNameOf(world, practice) },
    });
    const cookie = /(archway-registration=[\w-]+)/.exec(
      started.headers.get("set-cookie") ?? "",
    )?.[1];
    await callHandler(confirmDetails, undefined, { headers: { cookie: cookie ?? "" } });
    sent.push((await secretsOf(world, practice, "registration_code")).length);
  }
  expect(sent).toEqual([1, 1, 0, 0, 0, 0]);
});

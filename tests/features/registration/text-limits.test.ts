import { expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { admitText } from "@/features/access/codes/sms-cap";
import { resendCode } from "@/features/registration/code/resend-code";
import { confirmDetails } from "@/features/registration/details/confirm-details";
import { startRegistration } from "@/features/registration/details/start-registration";
import { makePractice, openWorld, type PracticeMade } from "../../support/world";
import { anna, makeAnna, reachCode, secretsOf, shortNameOf, visitor } from "./walk";

const world = await openWorld({ limits: "default" });

async function confirmFrom(practice: string, address: string, mobile: string) {
  const services = await world.services({ address });
  const started = await startRegistration(services, visitor(), { ...anna, mobile, practice });
  if (!started.ok || !started.value.token) throw new Error("did not start");
  const result = await confirmDetails(services, visitor(started.value.token));
  return result.ok ? "code" : result.reason;
}

it("S3: at most 5 texts an hour for numbers of one prefix, record or not", async () => {
  const practice = await makePractice(world);
  const name = await shortNameOf(world, practice);
  const answers = [];
  for (let index = 0; index < 6; index += 1) {
    answers.push(await confirmFrom(name, `192.0.2.${index}`, `+491764069010${index}`));
  }
  expect(answers).toEqual(["code", "code", "code", "code", "code", "too_many_requests"]);
});

it("S3: at most 6 texts in 24 hours for one number", async () => {
  const practice = await makePractice(world);
  const name = await shortNameOf(world, practice);
  await makeAnna(world, practice, { mobile: "+46701740605" });
  const answers = [];
  for (let index = 0; index < 7; index += 1) {
    answers.push(await confirmFrom(name, `198.51.100.${index}`, "+46701740605"));
    await world.advance("PT61M");
  }
  expect(answers.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => "code"));
  expect(answers[6]).toBe("too_many_requests");
  expect(await secretsOf(world, practice, "registration_code")).toHaveLength(6);
});

it("S3: at most 10 texts an hour for one address, an IPv6 household being one", async () => {
  const practice = await makePractice(world);
  const name = await shortNameOf(world, practice);
  const answers = [];
  for (let index = 10; index < 21; index += 1) {
    answers.push(await confirmFrom(name, `2001:db8::${index}`, `+46701${index}1234`));
  }
  expect(answers.filter((answer) => answer === "code")).toHaveLength(10);
  expect(answers.at(-1)).toBe("too_many_requests");
});

it("S3: at a practice's daily cap no text leaves, and everybody is told the same", async () => {
  const practice = await makePractice(world);
  const name = await shortNameOf(world, practice);
  await world.db.prisma.practice.update({
    where: { id: practice.id },
    data: { smsDailyCap: 1 },
  });
  await makeAnna(world, practice, { mobile: "+4915112345678" });
  expect(await confirmFrom(name, "203.0.113.1", "+4915112345678")).toBe("code");
  expect(await confirmFrom(name, "203.0.113.2", "+4915112345678")).toBe("texts_stopped");
  expect(await confirmFrom(name, "203.0.113.3", "+4915223456789")).toBe("texts_stopped");
  expect(await secretsOf(world, practice, "registration_code")).toHaveLength(1);
});

it("S3: codes sent again count against the number, record or not", async () => {
  for (const isKnown of [true, false]) {
    const practice = await makePractice(world);
    const mobile = isKnown ? "+4915112340001" : "+4915212340001";
    if (isKnown) await makeAnna(world, practice, { mobile });
    const { browser } = await reachCode(world, practice, { mobile });
    const answers = [];
    for (let again = 1; again <= 6; again += 1) {
      await world.advance("PT61M");
      const services = await world.services({ address: `192.0.2.${isKnown ? 60 : 70}` });
      const result = await resendCode(services, browser);
      answers.push(result.ok ? "sent" : result.reason);
    }
    expect(answers).toEqual(["sent", "sent", "sent", "sent", "sent", "too_many_requests"]);
  }
});

async function queueTexts(practice: PracticeMade, count: number) {
  const { now } = await world.services();
  const at = new Date(now.epochMilliseconds);
  await inPractice(world.db, practice.id, (tx) =>
    tx.delivery.createMany({
      data: Array.from({ length: count }, () => ({
        practiceId: practice.id,
        kind: "sms" as const,
        purpose: "login_code",
        content: {},
        nextTryAt: at,
        createdAt: at,
      })),
    }),
  );
}

const admitOne = async (practice: PracticeMade) => {
  const services = await world.services();
  const result = await inPractice(world.db, practice.id, (tx) =>
    admitText(tx, services, practice.id),
  );
  return result.ok ? result.value : result.reason;
};

it("S3: a day has 200 texts; from the 160th on staff are told, once a day, and then none leaves", async () => {
  const practice = await makePractice(world);
  await queueTexts(practice, 159);
  expect(await admitOne(practice)).toBe("open");
  expect(await secretsOf(world, practice, "texts_near_cap")).toEqual([]);
  await queueTexts(practice, 1);
  expect(await Promise.all([1, 2, 3].map(() => admitOne(practice)))).toEqual([
    "warn",
    "warn",
    "warn",
  ]);
  await queueTexts(practice, 40);
  expect(await admitOne(practice)).toBe("texts_stopped");
  expect(await secretsOf(world, practice, "texts_near_cap")).toMatchObject([
    { kind: "mail", to: "help@practice.example.com" },
  ]);
  await world.advance("P1D");
  expect(await admitOne(practice)).toBe("open");
  await queueTexts(practice, 170);
  expect(await admitOne(practice)).toBe("warn");
  expect(await secretsOf(world, practice, "texts_near_cap")).toHaveLength(2);
});

it("S3: after an hour a prefix has five texts again", async () => {
  const practice = await makePractice(world);
  const name = await shortNameOf(world, practice);
  const five = async (start: number) => {
    const answers = [];
    for (let index = start; index < start + 6; index += 1) {
      answers.push(await confirmFrom(name, `192.0.2.${100 + index}`, `+49160555${2000 + index}`));
    }
    return answers.filter((answer) => answer === "code").length;
  };
  expect(await five(0)).toBe(5);
  await world.advance("PT61M");
  expect(await five(10)).toBe(5);
});

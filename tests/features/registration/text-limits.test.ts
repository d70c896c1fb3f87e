import { expect, it } from "vitest";
import { confirmDetails } from "@/features/registration/confirm-details";
import { startRegistration } from "@/features/registration/start-registration";
import { makePractice, openWorld } from "../../support/world";
import { anna, makeAnna, secretsOf, shortNameOf, visitor } from "./walk";

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

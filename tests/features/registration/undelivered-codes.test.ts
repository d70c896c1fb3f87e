import { createHmac } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { enterCode } from "@/features/registration/code/enter-code";
import { resendCode } from "@/features/registration/code/resend-code";
import { listUndeliveredCodes } from "@/features/registration/failed/list-undelivered-codes";
import { receiveSmsStatus } from "@/features/sms-usage/receive-sms-status";
import { makePractice, openWorld, type PracticeMade } from "../../support/world";
import { anna, makeAnna, newestSecret, reachCode } from "./walk";

const world = await openWorld();
let practice: PracticeMade;
let patientId: string;

beforeEach(async () => {
  practice = await makePractice(world);
  patientId = await makeAnna(world, practice);
});

const texts = () =>
  inPractice(world.db, practice.id, (tx) =>
    tx.delivery.findMany({ where: { kind: "sms" }, orderBy: { createdAt: "asc" } }),
  );

const failures = () =>
  inPractice(world.db, practice.id, (tx) =>
    tx.failedRegistration.findMany({ orderBy: { failedAt: "asc" } }),
  );

/** As after the worker's try: the provider took it on. */
async function taken(id: string): Promise<string> {
  const providerId = `SM${id.replaceAll("-", "")}`;
  await inPractice(world.db, practice.id, (tx) =>
    tx.delivery.updateMany({
      where: { id },
      data: {
        state: "sent",
        providerId,
        sealedSecret: null,
        secretKeyId: null,
        settledAt: new Date(),
      },
    }),
  );
  return providerId;
}

/** Twilio's callback, signed as Twilio signs it. */
async function callBack(id: string, providerId: string, status: string, errorCode?: number) {
  const { env } = world.runtime;
  const url = `${env.appUrl}/api/webhooks/sms?practice=${practice.id}&delivery=${id}`;
  const parameters: Record<string, string> = {
    MessageSid: providerId,
    MessageStatus: status,
    ...(errorCode !== undefined && { ErrorCode: String(errorCode) }),
  };
  const signed = Object.keys(parameters)
    .toSorted()
    .reduce((text, name) => text + name + parameters[name], url);
  const signature = createHmac("sha1", env.twilio.authToken).update(signed).digest("base64");
  const answer = await receiveSmsStatus(
    new Request(url, {
      method: "POST",
      body: new URLSearchParams(parameters).toString(),
      headers: { "x-twilio-signature": signature },
    }),
    world.runtime,
  );
  expect(answer.status).toBe(204);
}

it.each([
  ["undelivered", 30006, "no_mobile"],
  ["undelivered", 30003, "unreachable"],
  ["failed", 30005, "no_such_number"],
  ["undelivered", 30007, "filtered"],
  ["failed", 21610, "blocked_by_recipient"],
  ["failed", undefined, "unknown_failure"],
] as const)("R8: a text that became %s (%s) is listed as %s", async (status, code, reason) => {
  await reachCode(world, practice);
  const [text] = await texts();
  const id = text?.id ?? "";
  const providerId = await taken(id);
  await callBack(id, providerId, status, code);
  await callBack(id, providerId, status, code);
  const services = await world.services();
  expect(await listUndeliveredCodes(services)).toBe(1);
  expect(await listUndeliveredCodes(services)).toBe(0);
  expect(await failures()).toMatchObject([
    { cause: "text_undelivered", reason, patientId, mobile: anna.mobile, deliveryId: id },
  ]);
});

it("R8: what the provider refused at once is listed, too; several workers list it once", async () => {
  await reachCode(world, practice);
  await inPractice(world.db, practice.id, (tx) =>
    tx.delivery.updateMany({
      data: { state: "undelivered", lastError: "refused 21614", sealedSecret: null },
    }),
  );
  const services = await world.services();
  const listed = await Promise.all(Array.from({ length: 4 }, () => listUndeliveredCodes(services)));
  expect(listed.reduce((sum, one) => sum + one)).toBe(1);
  expect(await failures()).toMatchObject([{ reason: "no_mobile" }]);
});

it("S2: the person's answers say nothing of it; a new code that arrives closes it", async () => {
  const { browser } = await reachCode(world, practice);
  const [text] = await texts();
  const id = text?.id ?? "";
  await callBack(id, await taken(id), "undelivered", 30003);
  await listUndeliveredCodes(await world.services());
  await world.advance("PT61S");
  expect(await resendCode(await world.services(), browser)).toEqual({
    ok: true,
    value: { step: "code" },
  });
  const code = await newestSecret(world, practice, "registration_code");
  expect(await enterCode(await world.services(), browser, { code })).toMatchObject({ ok: true });
  expect(await failures()).toMatchObject([
    { cause: "text_undelivered", repairedHow: "tried_again" },
  ]);
});

it("R8: whose code came all the same, or who has begun anew, is not listed", async () => {
  const { browser } = await reachCode(world, practice);
  const [text] = await texts();
  const code = await newestSecret(world, practice, "registration_code");
  await enterCode(await world.services(), browser, { code });
  const id = text?.id ?? "";
  await callBack(id, await taken(id), "undelivered", 30003);
  expect(await listUndeliveredCodes(await world.services())).toBe(0);
  expect(await failures()).toEqual([]);
});

it("S12: another practice's text is nothing here", async () => {
  await reachCode(world, practice);
  const [text] = await texts();
  const id = text?.id ?? "";
  await callBack(id, await taken(id), "undelivered", 30003);
  await listUndeliveredCodes(await world.services());
  const neighbour = await makePractice(world);
  const rows = await inPractice(world.db, neighbour.id, (tx) => tx.failedRegistration.findMany());
  expect(rows).toEqual([]);
});

import { beforeEach, describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { createLoginLink } from "@/features/login-links/create-login-link";
import { startRegistration } from "@/features/registration/details/start-registration";
import { repairRegistration } from "@/features/repairs/repair-registration";
import { openWorld } from "../../support/world";
import { anna, makeAnna, newestSecret, secretsOf, visitor } from "../registration/walk";
import { openRepairDesk, type RepairDesk } from "./repair-desk";

const world = await openWorld();
let desk: RepairDesk;

beforeEach(async () => {
  desk = await openRepairDesk(world);
});

describe("R7, R8: the login link had expired", () => {
  it("one press sends a new one, once however often it is pressed", async () => {
    const patientId = await makeAnna(world, desk.practice);
    await createLoginLink(await world.services(), desk.staff, { id: patientId, deliver: "sms" });
    const token = await newestSecret(world, desk.practice, "login_link");
    await world.advance("PT24H");
    const late = await startRegistration(await world.services(), visitor(), {
      linkToken: token,
      dateOfBirth: anna.dateOfBirth,
    });
    expect(late).toMatchObject({ reason: "link_expired" });
    expect((await desk.only()).plan).toMatchObject({
      action: "new_link",
      patientId,
      deliver: "sms",
    });
    const { id } = await desk.only();
    const services = await world.services();
    const press = () =>
      repairRegistration(services, desk.staff, { id, action: "new_link", deliver: "sms" });
    const answers = await Promise.all([press(), press()]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await secretsOf(world, desk.practice, "login_link")).toHaveLength(2);
  });
});

describe("R8: a text did not arrive", () => {
  it("staff read why, and send a login link by mail", async () => {
    const patientId = await makeAnna(world, desk.practice);
    const { now } = await world.services();
    await inPractice(world.db, desk.practice.id, (tx) =>
      tx.failedRegistration.create({
        data: {
          practiceId: desk.practice.id,
          cause: "text_undelivered",
          patientId,
          firstName: anna.firstName,
          lastName: anna.lastName,
          dateOfBirth: new Date(`${anna.dateOfBirth}T00:00:00Z`),
          email: anna.email,
          mobile: anna.mobile,
          failedAt: new Date(now.epochMilliseconds),
        },
      }),
    );
    await inPractice(world.db, desk.practice.id, (tx) =>
      tx.delivery.create({
        data: {
          practiceId: desk.practice.id,
          kind: "sms",
          purpose: "registration_code",
          state: "undelivered",
          recipient: anna.mobile,
          content: { values: {} },
          lastError: "not_delivered 30006",
          nextTryAt: new Date(now.epochMilliseconds),
          createdAt: new Date(now.epochMilliseconds),
        },
      }),
    );
    expect((await desk.only()).plan).toEqual({
      action: "new_link",
      patientId,
      deliver: "mail",
      to: anna.email,
      why: "no_mobile",
    });
    await desk.repair({ action: "new_link", deliver: "mail" });
    expect((await secretsOf(world, desk.practice, "login_link")).at(-1)).toMatchObject({
      kind: "mail",
      to: anna.email,
    });
  });
});

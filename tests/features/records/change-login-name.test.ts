import { beforeEach, describe, expect, it } from "vitest";
import { createLoginLink } from "@/features/login-links/create-login-link";
import { changeContact } from "@/features/records/change-contact";
import { viewRecord } from "@/features/records/view-record";
import { openWorld } from "../../support/world";
import { makeAnna } from "../registration/walk";
import { type ContactDesk, openContactDesk } from "./contact-desk";

const world = await openWorld();
let desk: ContactDesk;

beforeEach(async () => {
  desk = await openContactDesk(world);
});

describe("R12: the login name", () => {
  it("may change before registration; the former one is never used again", async () => {
    const id = await makeAnna(world, desk.practice);
    await createLoginLink(await world.services(), desk.staff, { id, deliver: "show" });
    const before =
      (await viewRecord(await world.services(), desk.staff, id))?.login?.loginName ?? "";
    const wanted = `anna-${Date.now().toString(36)}`;
    expect(await desk.change(id, { loginName: ` ${wanted.toUpperCase()} ` })).toMatchObject({
      value: { changed: ["loginName"] },
    });
    expect((await viewRecord(await world.services(), desk.staff, id))?.login?.loginName).toBe(
      wanted,
    );
    const other = await makeAnna(world, desk.practice);
    expect(await desk.change(other, { loginName: before })).toMatchObject({
      reason: "login_name_taken",
    });
    expect(await desk.change(other, { loginName: wanted })).toMatchObject({
      reason: "login_name_taken",
    });
    expect(await desk.change(other, { loginName: "a b" })).toMatchObject({
      reason: "login_name_shape",
    });
    const free = `${wanted}x`;
    const third = await makeAnna(world, desk.practice);
    const services = await world.services();
    const race = await Promise.all(
      [other, third].map((one) =>
        changeContact(services, desk.staff, { id: one, version: 1, loginName: free }),
      ),
    );
    expect(race.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("is fixed once somebody is registered", async () => {
    const robin = await desk.registered();
    expect(await desk.change(robin.patientId, { loginName: "another.name" })).toMatchObject({
      reason: "login_name_registered",
    });
  });
});

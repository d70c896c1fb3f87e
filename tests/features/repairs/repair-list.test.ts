import { beforeEach, describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { deskHome } from "@/features/records/queries";
import { repairCount } from "@/features/repairs/repair-count";
import { repairHref } from "@/features/repairs/repair-search";
import { makeClinicActor } from "../../support/people";
import { makePractice, openWorld } from "../../support/world";
import { anna, makeAnna, reachCode } from "../registration/walk";
import { openRepairDesk, type RepairDesk } from "./repair-desk";

const world = await openWorld();
let desk: RepairDesk;

beforeEach(async () => {
  desk = await openRepairDesk(world);
});

it("R8: repeated failures of one person collapse, and are repaired together", async () => {
  const patientId = await makeAnna(world, desk.practice);
  await desk.write(patientId, { mobilePhone: null, workPhone: anna.mobile });
  for (let time = 0; time < 3; time += 1) await reachCode(world, desk.practice);
  expect(await desk.only()).toMatchObject({ times: 3, patientId, cause: "wrong_number_field" });
  expect(await repairCount(await world.services(), desk.staff)).toBe(1);
  expect((await deskHome(await world.services(), desk.staff)).failed).toMatchObject([
    { cause: "wrong_number_field", name: `${anna.firstName} ${anna.lastName}` },
  ]);
  await desk.repair({ action: "move_number" });
  expect((await desk.listed()).items).toEqual([]);
  expect(await repairCount(await world.services(), desk.staff)).toBe(0);
  expect((await desk.listed({ isRepaired: true })).items).toMatchObject([
    { times: 3, plan: null, repaired: { by: "Alex Example", how: "move_number" } },
  ]);
});

it("S12: another practice's staff neither see nor repair it", async () => {
  const patientId = await makeAnna(world, desk.practice);
  await desk.write(patientId, { mobilePhone: null, workPhone: anna.mobile });
  await reachCode(world, desk.practice);
  const stranger = await makeClinicActor(world, (await makePractice(world)).id, "admin");
  expect((await desk.listed({}, stranger)).items).toEqual([]);
  expect(await desk.repair({ action: "move_number" }, stranger)).toMatchObject({
    reason: "not_found",
  });
});

describe("R8: the list", () => {
  async function fail(count: number, cause: "no_record" | "archived") {
    const { now } = await world.services();
    await inPractice(world.db, desk.practice.id, (tx) =>
      tx.failedRegistration.createMany({
        data: Array.from({ length: count }, (_, number) => ({
          practiceId: desk.practice.id,
          cause,
          firstName: `Sam ${cause}`,
          lastName: `Number ${number}`,
          dateOfBirth: new Date("1990-01-01"),
          email: "sam@example.org",
          mobile: "+4917640690098",
          // Several at one moment: the cursor tells them apart by their ids.
          failedAt: new Date(now.epochMilliseconds - Math.floor(number / 3) * 60_000),
        })),
      }),
    );
  }

  it("goes on by cursor, without gap or double", async () => {
    await fail(45, "no_record");
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page: Awaited<ReturnType<typeof desk.listed>> = await desk.listed({ after });
      seen.push(...page.items.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toHaveLength(45);
    expect(new Set(seen).size).toBe(45);
  });

  it("shows one cause alone, and takes any nonsense as a cursor", async () => {
    await fail(2, "no_record");
    await fail(1, "archived");
    expect((await desk.listed({ cause: "archived" })).items.map(({ cause }) => cause)).toEqual([
      "archived",
    ]);
    expect((await desk.listed({ after: "1.' or true --" })).items).toHaveLength(3);
    expect(repairHref({ cause: "archived", isRepaired: true })).toBe(
      "/desk/repairs?show=repaired&cause=archived",
    );
  });
});

import { beforeEach, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import type { RetentionSetting } from "@/domain/retention/retention-rules";
import type { ClinicActor } from "@/features/access/actors";
import { changeRetention } from "@/features/retention/change-retention";
import { previewRetention, retentionView } from "@/features/retention/queries";
import { retentionRequest } from "@/features/retention/schema";
import { makeClinicActor } from "../../support/people";
import { makePractice, openWorld, type PracticeMade } from "../../support/world";
import { draft, edge, night, nightsOf } from "./retention-world";
import { quietRecord } from "./whole-record";

const world = await openWorld();
let practice: PracticeMade;
let admin: ClinicActor;
const usual: RetentionSetting = {
  drafts: 12,
  deliveries: 24,
  failedRegistrations: 12,
  records: null,
};

beforeEach(async () => {
  practice = await makePractice(world);
  admin = await makeClinicActor(world, practice.id, "admin");
});

const change = async (setting: RetentionSetting, seen = usual, actor = admin) => {
  const answer = await changeRetention(await world.services(), actor, { setting, seen });
  return answer.ok ? answer.value : answer.reason;
};
const preview = async (setting: RetentionSetting) => {
  const { records, ...months } = setting;
  const answer = await previewRetention(await world.services(), admin, {
    ...months,
    ...(records !== null && { records }),
  });
  if (!answer.ok) throw new Error("refused");
  return answer.value;
};
const view = async () => retentionView(await world.services(), admin);
const changes = () =>
  inPractice(world.db, practice.id, (tx) =>
    tx.auditEntry.findMany({
      where: { action: "settings.changed" },
      select: { actorPersonId: true, detail: true },
    }),
  );

it("S23: a practice begins with records kept for good, and with months for the rest", async () => {
  expect(await view()).toEqual({ setting: usual, nights: [] });
});

it("S23: the preview counts by a setting that is not saved, and the night then removes just that", async () => {
  const wish = { ...usual, drafts: 1, records: 10 };
  const { goes, stays } = await edge(world, practice, { years: 10 });
  const month = await edge(world, practice, { months: 1 });
  const now = await quietRecord(world, practice.id, stays);
  for (let i = 0; i < 3; i += 1) await quietRecord(world, practice.id, goes);
  await draft(world, practice.id, now, month.goes);
  await draft(world, practice.id, now, month.stays);
  const before = await preview(wish);
  expect(before.removes).toEqual({ drafts: 1, deliveries: 0, failedRegistrations: 0, records: 3 });
  expect((await preview(usual)).removes.records).toBe(0);
  expect((await view()).setting).toEqual(usual);
  await change(wish);
  await night(world);
  expect(await nightsOf(world, practice.id)).toMatchObject([{ ...before.removes, on: before.on }]);
  const after = await preview(wish);
  expect(after.on > before.on).toBe(true);
  expect((await view()).nights).toMatchObject([before.removes]);
});

it("S23, S19: a change is in the log with what it was and what it is", async () => {
  expect(await change({ ...usual, deliveries: 6, records: 15 })).toEqual({ changed: true });
  expect(await changes()).toEqual([
    {
      actorPersonId: admin.personId,
      detail: { what: "retention", deliveries: "24 → 6", records: "never → 15" },
    },
  ]);
});

it("S23: saved twice counts once; of two admins, the second sees that it has changed", async () => {
  const other = await makeClinicActor(world, practice.id, "admin");
  const answers = await Promise.all([
    change({ ...usual, drafts: 3 }),
    change({ ...usual, drafts: 6 }, usual, other),
  ]);
  expect(answers.filter((answer) => answer === "changed_meanwhile")).toHaveLength(1);
  const { setting } = await view();
  expect(await change(setting)).toEqual({ changed: false });
  expect(await changes()).toHaveLength(1);
});

it("S23, S12: another practice's setting is not touched", async () => {
  const neighbour = await makePractice(world);
  const theirs = await makeClinicActor(world, neighbour.id, "admin");
  await change({ ...usual, drafts: 3 });
  expect((await retentionView(await world.services(), theirs)).setting).toEqual(usual);
});

it.each([
  ["a record for less than ten years", { records: 9 }],
  ["a record for a hundred years", { records: 100 }],
  ["a draft for no time", { drafts: 0 }],
  ["a mail for two months", { deliveries: 2 }],
  ["a draft for as long as a word says", { drafts: "12" }],
  ["half a month", { failedRegistrations: 1.5 }],
])("S23: nobody can keep %s", (_what, wrong) => {
  const setting = { ...usual, ...wrong };
  expect(retentionRequest.safeParse({ setting, seen: usual }).success).toBe(false);
});

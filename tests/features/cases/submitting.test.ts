import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { submitCase } from "@/features/cases/submit-case";
import { openWorld } from "../../support/world";
import {
  begun,
  type CaseCast,
  connected,
  deliveriesOf,
  makeCaseCast,
  rowOf,
  standing,
} from "./case-world";

const world = await openWorld();
const submit = async (by: CaseCast["doctor"], id: string, version = 1, key?: string) =>
  submitCase(await world.services({ idempotencyKey: key }), by, { id, version });

describe("R41: a case is submitted", () => {
  it("goes out at once where the connection works: queued, with its delivery", async () => {
    const cast = await makeCaseCast(world);
    await connected(world, cast);
    const id = await standing(world, cast);
    expect(await submit(cast.doctor, id)).toMatchObject({ ok: true, value: { state: "queued" } });
    expect(await deliveriesOf(world, cast, id)).toEqual(["case_submitted"]);
    const row = await rowOf(world, cast, id);
    expect(row.submittedAt).not.toBeNull();
    expect(row.caseEvents.map(({ event }) => event)).toEqual(["create", "submit"]);
  });

  it("R46: waits for the sign-in at the lab where the connection lapsed, or there never was one", async () => {
    const cast = await makeCaseCast(world);
    const never = await standing(world, cast);
    const held = { ok: true, value: { state: "held_for_reauthentication" } };
    expect(await submit(cast.doctor, never)).toMatchObject(held);
    await connected(world, cast);
    await inPractice(world.db, cast.practice.id, (tx) =>
      tx.labConnection.updateMany({ data: { lastAuthenticatedAt: new Date(0) } }),
    );
    const lapsed = await standing(world, cast);
    expect(await submit(cast.doctor, lapsed)).toMatchObject(held);
    expect(await deliveriesOf(world, cast, lapsed)).toEqual([]);
    expect((await rowOf(world, cast, lapsed)).caseEvents.map(({ toState }) => toState)).toEqual([
      ...["draft", "queued", "held_for_reauthentication"],
    ]);
  });

  it("R43: under its own orthodontist's connection: a colleague's does not count", async () => {
    const cast = await makeCaseCast(world);
    const other = await inPractice(world.db, cast.practice.id, (tx) =>
      tx.practitioner.findFirstOrThrow({ where: { personId: cast.colleague.personId } }),
    );
    await connected(world, { ...cast, practitionerId: other.id });
    const id = await standing(world, cast);
    expect(await submit(cast.doctor, id)).toMatchObject({
      value: { state: "held_for_reauthentication" },
    });
  });

  it("incomplete, it stays a draft and everything that is missing is told", async () => {
    const cast = await makeCaseCast(world);
    await connected(world, cast);
    const id = await begun(world, cast);
    expect(await submit(cast.doctor, id)).toMatchObject({
      reason: "incomplete",
      detail: { missing: ["goal", "scan_upper", "scan_lower", "consent"] },
    });
    expect(await rowOf(world, cast, id)).toMatchObject({ state: "draft", submittedAt: null });
    expect(await deliveriesOf(world, cast, id)).toEqual([]);
    const log = await inPractice(world.db, cast.practice.id, (tx) =>
      tx.auditEntry.count({ where: { action: "case.submitted" } }),
    );
    expect(log).toBe(0);
  });

  it("two at once: one case goes out, once", async () => {
    const cast = await makeCaseCast(world);
    await connected(world, cast);
    const id = await standing(world, cast);
    const answers = await Promise.all([submit(cast.doctor, id), submit(cast.doctor, id)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ reason: "case_wrong_state" });
    expect(await deliveriesOf(world, cast, id)).toEqual(["case_submitted"]);
  });

  it("S13: the same press sent again answers the same", async () => {
    const cast = await makeCaseCast(world);
    await connected(world, cast);
    const id = await standing(world, cast);
    const key = crypto.randomUUID();
    const first = await submit(cast.doctor, id, 1, key);
    expect(await submit(cast.doctor, id, 1, key)).toEqual(first);
    expect(await deliveriesOf(world, cast, id)).toHaveLength(1);
  });

  it("not as another tab has changed it meanwhile", async () => {
    const cast = await makeCaseCast(world);
    const id = await standing(world, cast);
    await inPractice(world.db, cast.practice.id, (tx) =>
      tx.labCase.updateMany({ where: { id }, data: { version: 4 } }),
    );
    expect(await submit(cast.doctor, id, 3)).toMatchObject({
      reason: "changed_meanwhile",
      detail: { version: 4 },
    });
  });

  it("S12: by its own orthodontist alone", async () => {
    const cast = await makeCaseCast(world);
    const id = await standing(world, cast);
    const stranger = (await makeCaseCast(world)).doctor;
    expect(await submit(cast.colleague, id)).toMatchObject({ reason: "not_your_case" });
    expect(await submit(stranger, id)).toMatchObject({ reason: "not_found" });
    expect((await rowOf(world, cast, id)).state).toBe("draft");
  });

  it("R48: the records the lab asked for go out under the same number", async () => {
    const cast = await makeCaseCast(world);
    await connected(world, cast);
    const id = await standing(world, cast, { state: "needs_records", isAtLab: true });
    const before = await rowOf(world, cast, id);
    expect(await submit(cast.doctor, id)).toMatchObject({
      value: { number: before.number, state: "queued" },
    });
    const after = await rowOf(world, cast, id);
    expect(after.labCaseId).toBe(before.labCaseId);
    expect(after.idempotencyKey).toBe(before.idempotencyKey);
    expect(await deliveriesOf(world, cast, id)).toHaveLength(1);
  });
});

it("R41: nothing but a draft is without consent, whatever wrote it", async () => {
  const cast = await makeCaseCast(world);
  const id = await begun(world, cast);
  const forced = inPractice(world.db, cast.practice.id, (tx) =>
    tx.labCase.updateMany({ where: { id }, data: { state: "queued" } }),
  );
  await expect(forced).rejects.toThrow(/lab_case_consented/);
});

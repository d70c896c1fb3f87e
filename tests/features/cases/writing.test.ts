import { describe, expect, it } from "vitest";
import { CONSENT_WORDS } from "@/domain/cases/prescription";
import { changePhotos } from "@/features/cases/change-photos";
import { recordConsent } from "@/features/cases/record-consent";
import { saveDraft } from "@/features/cases/save-draft";
import { makePatient } from "../../support/people";
import { openWorld } from "../../support/world";
import { addFile, begun, filled, makeCaseCast, rowOf, standing } from "./case-world";

const world = await openWorld();
type Doctor = Parameters<typeof saveDraft>[1];
const save = async (by: Doctor, id: string, version: number, goal: string, key?: string) =>
  saveDraft(await world.services({ idempotencyKey: key }), by, {
    ...{ id, version, step: "records" },
    prescription: { ...filled, goal },
  });
const consent = async (by: Doctor, id: string, agreed: boolean) =>
  recordConsent(await world.services(), by, { id, agreed });
const photo = async (by: Doctor, id: string, uploadId: string, remove?: boolean) =>
  changePhotos(await world.services(), by, { id, uploadId, remove });

describe("R41: a draft is kept while it is written", () => {
  it("with the step one was at, a version further each time", async () => {
    const cast = await makeCaseCast(world);
    const id = await begun(world, cast);
    expect(await save(cast.doctor, id, 1, "Close the gap")).toMatchObject({
      ok: true,
      value: { version: 2 },
    });
    expect(await rowOf(world, cast, id)).toMatchObject({
      step: "records",
      prescription: { goal: "Close the gap" },
    });
  });

  it("two tabs at once: one is kept, the other is told and nothing is lost", async () => {
    const cast = await makeCaseCast(world);
    const id = await begun(world, cast);
    const answers = await Promise.all([
      save(cast.doctor, id, 1, "One"),
      save(cast.doctor, id, 1, "Other"),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      reason: "changed_meanwhile",
      detail: { version: 2 },
    });
    const kept = answers[0]?.ok ? "One" : "Other";
    expect((await rowOf(world, cast, id)).prescription).toMatchObject({ goal: kept });
  });

  it("a save that was sent again after a lost answer is the same save", async () => {
    const cast = await makeCaseCast(world);
    const id = await begun(world, cast);
    const key = crypto.randomUUID();
    const first = await save(cast.doctor, id, 1, "Once", key);
    expect(await save(cast.doctor, id, 1, "Once", key)).toEqual(first);
    expect((await rowOf(world, cast, id)).version).toBe(2);
  });

  it("S12: only by its own orthodontist, and another practice's is not there", async () => {
    const cast = await makeCaseCast(world);
    const id = await begun(world, cast);
    const stranger = (await makeCaseCast(world)).doctor;
    const uploadId = await addFile(world, cast, { kind: "photo" });
    for (const [by, reason] of [
      [cast.colleague, "not_your_case"],
      [stranger, "not_found"],
    ] as const) {
      expect(await save(by, id, 1, "Theirs")).toMatchObject({ reason });
      expect(await consent(by, id, true)).toMatchObject({ reason });
      expect(await photo(by, id, uploadId)).toMatchObject({ reason });
    }
    expect(await rowOf(world, cast, id)).toMatchObject({
      ...{ version: 1, consentAt: null, caseFiles: [] },
    });
  });

  it("not once it was submitted, but again while the lab waits for records", async () => {
    const cast = await makeCaseCast(world);
    const gone = await standing(world, cast, { state: "received" });
    expect(await save(cast.doctor, gone, 1, "Late")).toMatchObject({
      reason: "case_wrong_state",
      detail: { state: "received" },
    });
    const asked = await standing(world, cast, { state: "needs_records" });
    expect(await save(cast.doctor, asked, 1, "Again")).toMatchObject({ ok: true });
  });
});

describe("R41: the patient's consent", () => {
  it("is recorded with who asked, when and to which words, and taken back as long as nothing has left", async () => {
    const cast = await makeCaseCast(world);
    const id = await begun(world, cast);
    const { now } = await world.services();
    await consent(cast.doctor, id, true);
    const row = await rowOf(world, cast, id);
    expect(row).toMatchObject({
      consentByPersonId: cast.doctor.personId,
      consentWords: CONSENT_WORDS,
    });
    expect(row.consentAt?.getTime()).toBeGreaterThanOrEqual(now.epochMilliseconds);
    await consent(cast.doctor, id, false);
    expect(await rowOf(world, cast, id)).toMatchObject({
      consentAt: null,
      consentByPersonId: null,
      consentWords: null,
    });
    const sent = await standing(world, cast, { state: "needs_records" });
    expect(await consent(cast.doctor, sent, false)).toMatchObject({ reason: "case_wrong_state" });
    expect((await rowOf(world, cast, sent)).consentAt).not.toBeNull();
  });
});

describe("R41: photos of the record in a case", () => {
  it("are put in once and taken out again, and stay in the record", async () => {
    const cast = await makeCaseCast(world);
    const id = await begun(world, cast);
    const [one, other] = [
      await addFile(world, cast, { kind: "photo" }),
      await addFile(world, cast, { kind: "photo" }),
    ];
    await Promise.all([photo(cast.doctor, id, one), photo(cast.doctor, id, one)]);
    await photo(cast.doctor, id, other);
    const positions = async () =>
      (await rowOf(world, cast, id)).caseFiles
        .toSorted((a, b) => a.position - b.position)
        .map(({ uploadId }) => uploadId);
    expect(await positions()).toEqual([one, other]);
    expect(await photo(cast.doctor, id, one, true)).toMatchObject({ ok: true });
    expect(await photo(cast.doctor, id, one, true)).toMatchObject({ ok: true });
    expect(await positions()).toEqual([other]);
    expect(await photo(cast.doctor, id, one)).toMatchObject({ ok: true });
    expect(await positions()).toEqual([other, one]);
  });

  it("S12: are this patient's, and photos", async () => {
    const cast = await makeCaseCast(world);
    const id = await begun(world, cast);
    const ofPatient = await makePatient(world, cast.practice.id);
    const foreign = await makeCaseCast(world);
    for (const uploadId of [
      await addFile(world, cast, { kind: "photo", ofPatient }),
      await addFile(world, cast, { kind: "scan", arch: "upper" }),
      await addFile(world, foreign, { kind: "photo" }),
      crypto.randomUUID(),
    ])
      expect(await photo(cast.doctor, id, uploadId)).toMatchObject({ reason: "photo_unknown" });
  });

  it("a scan is not taken out as a photo", async () => {
    const cast = await makeCaseCast(world);
    const id = await begun(world, cast);
    const scan = await addFile(world, cast, { kind: "scan", arch: "upper", caseId: id });
    await photo(cast.doctor, id, scan, true);
    expect((await rowOf(world, cast, id)).caseFiles).toHaveLength(1);
  });

  it("are sixteen at most, also when the last two are added at once", async () => {
    const cast = await makeCaseCast(world);
    const id = await begun(world, cast);
    for (let count = 0; count < 15; count += 1)
      await addFile(world, cast, { kind: "photo", caseId: id });
    const last = [
      await addFile(world, cast, { kind: "photo" }),
      await addFile(world, cast, { kind: "photo" }),
    ];
    const answers = await Promise.all(last.map((one) => photo(cast.doctor, id, one)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      reason: "too_many_photos",
      detail: { most: 16 },
    });
  });
});

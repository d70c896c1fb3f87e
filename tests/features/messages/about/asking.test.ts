import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { CaseState } from "@/domain/cases/case-moves";
import { findAbout } from "@/features/messages/about/find-about";
import type { About } from "@/features/messages/about/schema";
import { startThread } from "@/features/messages/start-thread";
import { threadHeading } from "@/features/messages/thread-heading";
import type { ThreadMember } from "@/features/messages/thread-member";
import { makeVisitType } from "../../../support/appointments-world";
import { makePatientActor } from "../../../support/people";
import { openWorld } from "../../../support/world";
import { makePlan } from "../../treatment/made-plan";
import { type Cast, makeCast, makeGuardian } from "../thread-world";

const world = await openWorld();
const cast = await makeCast(world);
const other = await makeCast(world);
const neighbour = await makePatientActor(world, cast.practice.id);

let daysAgo = 1;

/** Each on a day of its own. */
async function makeVisit({ practice }: Cast, patientId: string): Promise<About> {
  const { now, random } = await world.services();
  const practiceId = practice.id;
  const { id: practitionerId } = await inPractice(world.db, practiceId, (tx) =>
    tx.practitioner.findFirstOrThrow({ where: { practiceId }, select: { id: true } }),
  );
  const visitTypeId = await makeVisitType(world, practiceId, [practitionerId]);
  daysAgo += 1;
  const startsAt = fromInstant(now.subtract({ hours: 24 * daysAgo }));
  const endsAt = fromInstant(
    Temporal.Instant.fromEpochMilliseconds(startsAt.getTime() + 1_800_000),
  );
  const id = random.uuid();
  await inPractice(world.db, practiceId, (tx) =>
    tx.appointment.create({
      data: {
        practiceId,
        id,
        patientId,
        visitTypeId,
        practitionerId,
        locationId: practice.locationId,
        state: "completed",
        startsAt,
        endsAt,
        practitionerBusyFromAt: startsAt,
        practitionerBusyUntilAt: endsAt,
        chairBusyFromAt: startsAt,
        chairBusyUntilAt: endsAt,
        createdAt: startsAt,
        updatedAt: startsAt,
      },
    }),
  );
  return { kind: "visit", id };
}

async function makeStage({ practice }: Cast, patientId: string, approved = true): Promise<About> {
  await makePlan(world, practice, patientId, { approved });
  const { id } = await inPractice(world.db, practice.id, (tx) =>
    tx.stage.findFirstOrThrow({
      where: { practiceId: practice.id, series: { plan: { patientId } }, number: 2 },
      select: { id: true },
    }),
  );
  return { kind: "stage", id };
}

const { random } = await world.services();
const labId = random.uuid();
await world.owner.pool.query(
  `insert into reference.lab (id, key, name, base_url, periodic_days, inactive_days)
     values ($1, 'asked', 'Asked Lab', 'http://127.0.0.1:1', 90, 30)`,
  [labId],
);

async function makeCase({ practice, doctor }: Cast, patientId: string, state: CaseState) {
  const practiceId = practice.id;
  const id = random.uuid();
  await inPractice(world.db, practiceId, async (tx) => {
    const { id: practitionerId } = await tx.practitioner.findFirstOrThrow({
      where: { practiceId, personId: doctor.personId },
      select: { id: true },
    });
    await tx.labCase.create({
      data: {
        practiceId,
        id,
        number: `C-${id}`,
        patientId,
        practitionerId,
        labId,
        state,
        prescription: {},
        idempotencyKey: id,
        patientReference: "P-0001",
        consentAt: new Date(),
        createdAt: new Date(),
        updatedAt: new Date(),
      },
    });
  });
  return { kind: "case", id } as const;
}

async function ask(actor: ThreadMember, about: About, patientId?: string) {
  const asked = { patientId, subject: "A question", body: "Why?", attachmentIds: [], about };
  const started = await startThread(await world.services(), actor, asked);
  return started.ok ? started.value.id : started.reason;
}

const headingOf = async (actor: ThreadMember, id: string) =>
  threadHeading(await world.services(), actor, id);

const visit = await makeVisit(cast, cast.patient.patientId);
const stage = await makeStage(cast, cast.patient.patientId);

describe("R37: a thread about a visit, a stage or a case", () => {
  it("is begun by the patient and by the practice, and both see what it is about", async () => {
    const id = await ask(cast.patient, visit);
    const about = { kind: "visit", id: visit.id, name: "Check" };
    expect(await headingOf(cast.patient, id)).toMatchObject({ about });
    expect(await headingOf(cast.doctor, id)).toMatchObject({ about });
    const begun = await ask(cast.doctor, stage, cast.patient.patientId);
    const said = { about: { kind: "stage", id: stage.id, stageKind: "aligner", number: 2 } };
    expect(await headingOf(cast.doctor, begun)).toMatchObject(said);
    expect(await headingOf(cast.patient, begun)).toMatchObject(said);
    expect(await headingOf(cast.staff, begun)).toMatchObject(said);
  });

  it("is about a case once that is more than a draft", async () => {
    const { patientId } = cast.patient;
    const sent = await makeCase(cast, patientId, "sent");
    const id = await ask(cast.doctor, sent, patientId);
    const about = { kind: "case", id: sent.id, caseNumber: `C-${sent.id}` };
    expect(await headingOf(cast.doctor, id)).toMatchObject({ about });
    expect(await headingOf(cast.patient, id)).toMatchObject({ about });
    const draft = await makeCase(cast, patientId, "draft");
    expect(await ask(cast.doctor, draft, patientId)).toBe("about_unknown");
    expect(await ask(neighbour, sent)).toBe("about_unknown");
  });

  it("offers the open thread about the same thing, and no closed one", async () => {
    const theirs = await makeVisit(cast, neighbour.patientId);
    const found = async () =>
      findAbout(await world.services(), neighbour, neighbour.patientId, theirs);
    expect(await found()).toMatchObject({ about: { id: theirs.id }, threadId: null });
    const id = await ask(neighbour, theirs);
    expect(await found()).toMatchObject({ threadId: id });
    await inPractice(world.db, cast.practice.id, (tx) =>
      tx.thread.updateMany({ where: { id }, data: { state: "closed", closedAt: new Date() } }),
    );
    expect(await found()).toMatchObject({ threadId: null });
  });

  it("S12: is refused about another patient's, another practice's or another child's", async () => {
    const foreign = await makeVisit(other, other.patient.patientId);
    const { guardian, childIds } = await makeGuardian(world, cast.practice.id);
    const sibling = await makeVisit(cast, childIds[1] ?? "");
    const services = await world.services();
    for (const [actor, about, patientId] of [
      [neighbour, visit, undefined],
      [neighbour, stage, undefined],
      [cast.patient, foreign, undefined],
      [cast.doctor, visit, neighbour.patientId],
      [cast.doctor, foreign, cast.patient.patientId],
      [guardian, sibling, undefined],
      [cast.patient, { kind: "stage", id: visit.id }, undefined],
    ] as const) {
      expect(await ask(actor, about, patientId)).toBe("about_unknown");
      const whose = patientId ?? (actor.kind === "patient" ? actor.patientId : "");
      expect(await findAbout(services, actor, whose, about)).toBeNull();
    }
    // Another's id in the address shows a patient nothing either.
    expect(await findAbout(services, neighbour, cast.patient.patientId, visit)).toBeNull();
  });

  it("is not about a stage that nobody approved, nor begun by who may only look (R10)", async () => {
    const unseen = await makePatientActor(world, cast.practice.id);
    const draft = await makeStage(cast, unseen.patientId, false);
    expect(await ask(unseen, draft)).toBe("about_unknown");
    const { guardian } = await makeGuardian(world, cast.practice.id, { rights: "view" });
    const own = await makeVisit(cast, guardian.patientId);
    expect(await ask(guardian, own)).toBe("view_only");
  });

  it("says nothing once the visit is gone", async () => {
    const gone = await makeVisit(cast, cast.patient.patientId);
    const id = await ask(cast.patient, gone);
    await inPractice(world.db, cast.practice.id, (tx) =>
      tx.appointment.updateMany({ where: { id: gone.id }, data: { state: "released" } }),
    );
    expect(await headingOf(cast.patient, id)).toMatchObject({ subject: "A question", about: null });
  });

  it("S12: the database itself keeps it to the thread's own patient", async () => {
    const foreign = await makeVisit(other, other.patient.patientId);
    const id = await ask(cast.patient, stage);
    for (const about of [foreign, await makeVisit(cast, neighbour.patientId)]) {
      const moved = inPractice(world.db, cast.practice.id, (tx) =>
        tx.thread.updateMany({ where: { id }, data: { aboutKind: about.kind, aboutId: about.id } }),
      );
      await expect(moved).rejects.toThrow(/about its own patient|oreign key/);
    }
  });
});

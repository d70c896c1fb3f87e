import { expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { auditActor } from "@/features/audit/audit-actor";
import { noteView } from "@/features/audit/note-view";
import { recordAudit } from "@/features/audit/record-audit";
import { guardianTraces } from "@/features/guardians/guardian-traces";
import { makeClinicActor, makePatientActor } from "../../support/people";
import { openWorld } from "../../support/world";
import { makeCast, makeGuardian } from "../messages/thread-world";

const world = await openWorld();
const cast = await makeCast(world);
const practiceId = cast.practice.id;

it("R10, R53: a guardian's looks and deeds stand with the child, each with the guardian's name", async () => {
  const services = await world.services();
  const { guardian, childIds } = await makeGuardian(world, practiceId);
  const [child = "", sibling = ""] = childIds;
  const looked = (patientId: string) =>
    noteView(
      services,
      { ...guardian, patientId },
      {
        action: "record.viewed",
        objectKind: "patient",
        objectId: patientId,
        patientId,
      },
    );
  await looked(child);
  await looked(child);
  await looked(sibling);
  await inPractice(world.db, practiceId, async (tx) => {
    const about = { practiceId, patientId: child, objectKind: "patient", objectId: child };
    await recordAudit(tx, services, auditActor(guardian), { ...about, action: "message.sent" });
    // The patient's own deeds and the practice's are no guardian's.
    await recordAudit(tx, services, auditActor(cast.doctor), { ...about, action: "plan.viewed" });
    await recordAudit(tx, services, auditActor(cast.patient), { ...about, action: "message.sent" });
  });
  const traces = await guardianTraces(services, cast.staff, child);
  expect(traces.map(({ action, by }) => [action, by]).sort()).toEqual([
    ["message.sent", guardian.personName],
    ["record.viewed", guardian.personName],
  ]);
});

it("S12: another practice's staff see none of it", async () => {
  const services = await world.services();
  const { guardian } = await makeGuardian(world, practiceId);
  const { patientId } = guardian;
  const about = { objectKind: "patient", objectId: patientId, patientId } as const;
  await noteView(services, guardian, { ...about, action: "record.viewed" });
  const elsewhere = await makeCast(world);
  const stranger = await makeClinicActor(world, elsewhere.practice.id, "staff");
  expect(await guardianTraces(services, stranger, patientId)).toEqual([]);
  const owned = await makePatientActor(world, practiceId);
  expect(await guardianTraces(services, cast.staff, owned.patientId)).toEqual([]);
});

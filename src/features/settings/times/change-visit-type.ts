import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { seenOf } from "../seen";
import { aloneOnTimes, changeTimes } from "./change-times";
import type { PlaceRefusal, TimesChangeRefusal } from "./refusals";
import { differences } from "./said";
import type { TimesChanged, VisitTypeChange, VisitTypeFields, VisitTypeOrder } from "./schema";
import { type TimesFacts, visitTypesIn } from "./times-facts";

type Answer = Promise<Result<TimesChanged, TimesChangeRefusal>>;

/** A new type of visit, last in the list (R28). */
export function addVisitType(
  services: Services,
  actor: ClinicActor,
  input: VisitTypeFields,
): Answer {
  const { practiceId } = actor;
  const id = services.random.uuid();
  const { practitionerIds, ...columns } = input;
  return changeTimes(services, actor, {
    operation: "POST /api/settings/visit-types",
    input,
    change: { ...input, kind: "visit_type", id: null },
    isSeen: null,
    write: async (tx, before) => {
      const position = before.types.length;
      await tx.visitType.create({ data: { ...columns, practiceId, id, position } });
      await setPractitioners(tx, practiceId, id, practitionerIds);
      return { cause: "hours", sourceId: id };
    },
    audit: () => ({ what: "visit_type_added", ...differences(null, columns) }),
  });
}

/** Changes a type of visit or archives it. What is booked stays as it is. */
export function changeVisitType(
  services: Services,
  actor: ClinicActor,
  input: VisitTypeChange,
): Answer {
  const { practiceId } = actor;
  const { id, seen, archived, ...fields } = input;
  const { practitionerIds, ...columns } = fields;
  const present = (before: TimesFacts) => before.types.find((type) => type.id === id);
  return changeTimes(services, actor, {
    operation: "POST /api/settings/visit-types/{id}",
    input,
    change: { ...fields, kind: "visit_type", id },
    isSeen: (before) => seenOf(present(before)) === seen,
    write: async (tx, before) => {
      const wasArchived = present(before)?.archived ?? false;
      const archivedAt = archived ? fromInstant(services.now) : null;
      await tx.visitType.update({
        where: { practiceId_id: { practiceId, id } },
        data: { ...columns, ...(archived !== wasArchived && { archivedAt }) },
        select: { id: true },
      });
      await setPractitioners(tx, practiceId, id, practitionerIds);
      return { cause: "hours", sourceId: id };
    },
    audit: (before) => {
      const { id: _, ...was } = present(before) ?? { id };
      return {
        what: "visit_type",
        visitType: present(before)?.name ?? "",
        ...differences(was, { ...fields, archived }),
      };
    },
  });
}

async function setPractitioners(
  tx: Tx,
  practiceId: string,
  visitTypeId: string,
  practitionerIds: readonly string[],
): Promise<void> {
  await tx.visitTypePractitioner.deleteMany({ where: { practiceId, visitTypeId } });
  await tx.visitTypePractitioner.createMany({
    data: [...new Set(practitionerIds)].map((practitionerId) => ({
      practiceId,
      visitTypeId,
      practitionerId,
    })),
  });
}

/** What an order was decided on: the types that are offered, first to last. */
export function orderOf(types: TimesFacts["types"]): string[] {
  return types.filter(({ archived }) => !archived).map(({ id }) => id);
}

/** The order in which patients and the desk see the types. Refusal: `changed_meanwhile` with another set or order. */
export function orderVisitTypes(
  services: Services,
  actor: ClinicActor,
  input: VisitTypeOrder,
): Promise<Result<{ changed: boolean }, PlaceRefusal>> {
  const { practiceId } = actor;
  const { ids, seen } = input;
  return aloneOnTimes(
    services,
    actor,
    "POST /api/settings/visit-types/order",
    input,
    async (tx) => {
      const types = await visitTypesIn(tx, practiceId);
      const present = orderOf(types);
      if (!ids.every((id) => present.includes(id))) return refused("not_found");
      if (seenOf(present) !== seen || new Set(ids).size !== present.length)
        return refused("changed_meanwhile");
      const rest = types.filter(({ archived }) => archived).map(({ id }) => id);
      for (const [position, id] of [...ids, ...rest].entries())
        await tx.visitType.update({
          where: { practiceId_id: { practiceId, id } },
          data: { position },
          select: { id: true },
        });
      const named = (order: readonly string[]) =>
        order.map((id) => types.find((type) => type.id === id)?.name ?? "").join(", ");
      await recordAudit(tx, services, auditActor(actor), {
        action: "settings.changed",
        practiceId,
        detail: { what: "visit_type_order", before: named(present), after: named(ids) },
      });
      return ok({ changed: true });
    },
  );
}

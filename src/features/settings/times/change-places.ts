import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { tellDiaries } from "@/features/messages/live/tell-diaries";
import type { Services } from "@/server/services";
import { seenOf } from "../seen";
import { aloneOnTimes } from "./change-times";
import { comingVisits } from "./displaced";
import { listDisrupted } from "./list-disrupted";
import { chairIn, locationIn } from "./places";
import type { PlaceRefusal } from "./refusals";
import { differences } from "./said";
import type {
  ChairChange,
  ChairRequest,
  LocationChange,
  LocationFields,
  TimesChanged,
} from "./schema";

type Answer = Promise<Result<TimesChanged, PlaceRefusal>>;

const done = (id: string): TimesChanged => ({ changed: true, id, disruptionId: null, visits: 0 });

export function addLocation(
  services: Services,
  actor: ClinicActor,
  { phone, ...fields }: LocationFields,
): Answer {
  const { practiceId } = actor;
  const input = { ...fields, phone: phone || null };
  return aloneOnTimes(services, actor, "POST /api/settings/locations", input, async (tx) => {
    const id = services.random.uuid();
    await tx.location.create({ data: { ...input, practiceId, id } });
    await note(tx, services, actor, { what: "location_added", ...differences(null, input) });
    return ok(done(id));
  });
}

/** Renames a location or archives it: not the last one, and not with visits to come; a closure lists those. */
export function changeLocation(
  services: Services,
  actor: ClinicActor,
  input: LocationChange,
): Answer {
  const { practiceId } = actor;
  const { id, seen, archived, phone, ...fields } = input;
  const after = { ...fields, phone: phone || null, archived };
  return aloneOnTimes(services, actor, "POST /api/settings/locations/{id}", input, async (tx) => {
    const before = await locationIn(tx, practiceId, id);
    if (!before) return refused("not_found");
    if (seenOf(before) !== seen) return refused("changed_meanwhile");
    if (archived && !before.archived) {
      const left = await tx.location.count({
        where: { practiceId, archivedAt: null, id: { not: id } },
      });
      if (left === 0) return refused("last_place");
      const coming = await comingVisits(tx, services, practiceId, { locationId: id });
      if (coming.length > 0) return refused("has_coming_visits", { count: coming.length });
    }
    const { archived: _, ...columns } = after;
    await tx.location.update({
      where: { practiceId_id: { practiceId, id } },
      data: { ...columns, ...archivedAt(services, before.archived, archived) },
      select: { id: true },
    });
    await note(tx, services, actor, { what: "location", ...differences(before, after) });
    return ok(done(id));
  });
}

export function addChair(services: Services, actor: ClinicActor, input: ChairRequest): Answer {
  const { practiceId } = actor;
  const { locationId, name } = input;
  return aloneOnTimes(services, actor, "POST /api/settings/chairs", input, async (tx) => {
    const location = await locationIn(tx, practiceId, locationId);
    if (!location || location.archived) return refused("not_found");
    const id = services.random.uuid();
    await tx.chair.create({ data: { practiceId, id, locationId, name } });
    await note(tx, services, actor, { what: "chair_added", name, location: location.name });
    return ok(done(id));
  });
}

/** Renames a chair or archives it; its coming visits stay and come on a list, to be moved to a free chair (R36). */
export function changeChair(services: Services, actor: ClinicActor, input: ChairChange): Answer {
  const { practiceId } = actor;
  const { id, seen, name, archived } = input;
  return aloneOnTimes(services, actor, "POST /api/settings/chairs/{id}", input, async (tx) => {
    const before = await chairIn(tx, practiceId, id);
    if (!before) return refused("not_found");
    if (seenOf(before) !== seen) return refused("changed_meanwhile");
    await tx.chair.update({
      where: { practiceId_id: { practiceId, id } },
      data: { name, ...archivedAt(services, before.archived, archived) },
      select: { id: true },
    });
    const goes = archived && !before.archived;
    const visits = goes ? await comingVisits(tx, services, practiceId, { chairId: id }) : [];
    const cause = {
      cause: "chair",
      sourceId: id,
      locationId: before.locationId,
      reason: name,
    } as const;
    const disruptionId = await listDisrupted(tx, services, actor, cause, visits);
    await note(tx, services, actor, {
      what: "chair",
      ...differences(before, { name, archived }),
      visits: String(visits.length),
    });
    return ok({ ...done(id), disruptionId, visits: visits.length });
  });
}

function archivedAt(services: Services, was: boolean, is: boolean) {
  return was === is ? {} : { archivedAt: is ? fromInstant(services.now) : null };
}

async function note(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  detail: Record<string, string>,
): Promise<void> {
  const { practiceId } = actor;
  await recordAudit(tx, services, auditActor(actor), {
    action: "settings.changed",
    practiceId,
    detail,
  });
  await tellDiaries(tx, practiceId);
}

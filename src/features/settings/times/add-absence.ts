import { fromInstant } from "@/db/time";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { tellDiaries } from "@/features/messages/live/tell-diaries";
import type { Services } from "@/server/services";
import { nameOf } from "./change-hours";
import { aloneOnTimes, changeTimes } from "./change-times";
import type { TimesChangeRefusal } from "./refusals";
import type { ClosureRequest, TimeOffRequest, TimesChanged } from "./schema";
import { instantOf } from "./times-facts";

type Answer = Promise<Result<TimesChanged, TimesChangeRefusal>>;

/** Closes the practice or a location; nobody can book into it from the moment this is written (R29, R36, S16). */
export function addClosure(services: Services, actor: ClinicActor, input: ClosureRequest): Answer {
  const { practiceId, zone } = actor;
  const { locationId, reason } = input;
  const id = services.random.uuid();
  const startsAt = instantOf(input.from, zone);
  const endsAt = instantOf(input.until, zone);
  return changeTimes(services, actor, {
    operation: "POST /api/settings/closures",
    input,
    change: { ...input, kind: "closure" },
    isSeen: null,
    write: async (tx) => {
      const span = { startsAt: fromInstant(startsAt), endsAt: fromInstant(endsAt) };
      await tx.closure.create({ data: { practiceId, id, locationId, reason, ...span } });
      return { cause: "closure", sourceId: id, locationId, startsAt, endsAt, reason };
    },
    audit: ({ hours }) => ({
      what: "closure_added",
      location: hours.locations.find((one) => one.id === locationId)?.name ?? "–",
      from: input.from,
      until: input.until,
      reason,
    }),
  });
}

/** Time off or a break of one practitioner; visits in it stay booked and come on a list (R29, R36). */
export function addTimeOff(services: Services, actor: ClinicActor, input: TimeOffRequest): Answer {
  const { practiceId, zone } = actor;
  const { practitionerId, absence: kind } = input;
  const id = services.random.uuid();
  const startsAt = instantOf(input.from, zone);
  const endsAt = instantOf(input.until, zone);
  const reason = input.reason || null;
  return changeTimes(services, actor, {
    operation: "POST /api/settings/time-off",
    input,
    change: { ...input, kind: "time_off" },
    isSeen: null,
    write: async (tx) => {
      const span = { startsAt: fromInstant(startsAt), endsAt: fromInstant(endsAt) };
      await tx.timeOff.create({ data: { practiceId, id, practitionerId, kind, reason, ...span } });
      return { cause: "time_off", sourceId: id, practitionerId, startsAt, endsAt, reason };
    },
    audit: (before) => ({
      what: `${kind}_added`,
      practitioner: nameOf(before, practitionerId),
      from: input.from,
      until: input.until,
    }),
  });
}

/** Opens again what was closed; visits still on its list simply stand. `not_found` where it is gone already. */
function removeAbsence(kind: "closure" | "time_off") {
  return (
    services: Services,
    actor: ClinicActor,
    { id }: { readonly id: string },
  ): Promise<Result<{ removed: boolean }, TimesChangeRefusal>> => {
    const { practiceId } = actor;
    const operation = `POST /api/settings/${kind === "closure" ? "closures" : "time-off"}/{id}/remove`;
    return aloneOnTimes<{ removed: boolean }, "not_found">(
      services,
      actor,
      operation,
      { id },
      async (tx) => {
        const where = { practiceId, id };
        const found =
          kind === "closure"
            ? await tx.closure.findFirst({ where, select: { startsAt: true, endsAt: true } })
            : await tx.timeOff.findFirst({ where, select: { startsAt: true, endsAt: true } });
        if (!found) return refused("not_found");
        if (kind === "closure") await tx.closure.deleteMany({ where });
        else await tx.timeOff.deleteMany({ where });
        await recordAudit(tx, services, auditActor(actor), {
          action: "settings.changed",
          practiceId,
          detail: {
            what: `${kind}_removed`,
            from: found.startsAt.toISOString(),
            until: found.endsAt.toISOString(),
          },
        });
        await tellDiaries(tx, practiceId);
        return ok({ removed: true });
      },
    );
  };
}

export const removeClosure = removeAbsence("closure");
export const removeTimeOff = removeAbsence("time_off");

import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import type { Prisma } from "@/db/generated/client";
import { fromInstant, toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import {
  type DisruptedState,
  type Disruption,
  disruptedState,
} from "@/domain/appointments/disrupted-visit";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";

/** A visit on a list, a wish for another time of one, or a held time, with how it stands now. */
export interface DisruptedLine {
  readonly appointmentId: string;
  /** A wish for another time (R31): it is answered, not moved. */
  readonly isWish: boolean;
  /** Until when it is held, and where (R30). */
  readonly held: { readonly until: string; readonly byDesk: boolean } | null;
  readonly version: number;
  readonly is: DisruptedState;
  readonly startsAt: string;
  readonly listedAt: string;
  readonly minutes: number;
  readonly patient: {
    readonly id: string;
    readonly name: string;
    readonly phone: string | null;
  };
  readonly visitType: { readonly id: string; readonly name: string };
  readonly practitioner: { readonly id: string; readonly name: string };
}

export interface DisruptionView {
  readonly id: string;
  readonly cause: Disruption["cause"];
  readonly holds: boolean;
  readonly location: string | null;
  readonly practitioner: string | null;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly reason: string | null;
  readonly createdAt: string;
  readonly visits: readonly DisruptedLine[];
}

const visitColumns = {
  appointmentId: true,
  startsAt: true,
  practitionerId: true,
  chairId: true,
  askedAt: true,
  reachedAt: true,
  appointment: {
    select: {
      version: true,
      state: true,
      startsAt: true,
      endsAt: true,
      practitionerId: true,
      locationId: true,
      chairId: true,
      replacesAppointmentId: true,
      holdExpiresAt: true,
      bookedFrom: true,
      patient: {
        select: {
          id: true,
          firstName: true,
          lastName: true,
          mobilePhone: true,
          homePhone: true,
        },
      },
      visitType: { select: { id: true, name: true } },
      practitioner: { select: { id: true, name: true } },
    },
  },
} as const;

/** The lists of the practice in a transaction, the latest thirty of `which`. */
export async function disruptionsIn(
  tx: Tx,
  { now }: Pick<Services, "now">,
  practiceId: string,
  which: Prisma.DisruptionWhereInput = {},
): Promise<DisruptionView[]> {
  const rows = await tx.disruption.findMany({
    where: { ...which, practiceId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 30,
    select: {
      id: true,
      cause: true,
      sourceId: true,
      locationId: true,
      startsAt: true,
      endsAt: true,
      reason: true,
      createdAt: true,
      location: { select: { name: true } },
      practitioner: { select: { name: true } },
      disruptedVisits: {
        orderBy: [{ startsAt: "asc" }, { appointmentId: "asc" }],
        select: visitColumns,
      },
    },
  });
  const sources = rows.map(({ sourceId }) => sourceId).filter((one) => one !== null);
  const live = await liveSources(tx, practiceId, sources);
  return rows.map((row) => {
    const facts: Disruption = {
      cause: row.cause,
      holds: row.cause === "hours" || live.has(row.sourceId ?? ""),
      span:
        row.startsAt && row.endsAt
          ? { startMs: row.startsAt.getTime(), endMs: row.endsAt.getTime() }
          : null,
      locationId: row.locationId,
    };
    return {
      id: row.id,
      cause: row.cause,
      holds: facts.holds,
      location: row.location?.name ?? null,
      practitioner: row.practitioner?.name ?? null,
      startsAt: row.startsAt && toInstant(row.startsAt).toString(),
      endsAt: row.endsAt && toInstant(row.endsAt).toString(),
      reason: row.reason,
      createdAt: toInstant(row.createdAt).toString(),
      visits: row.disruptedVisits.map((visit) => lineOf(visit, facts, now)),
    };
  });
}

type VisitRow = Prisma.DisruptedVisitGetPayload<{ select: typeof visitColumns }>;

function lineOf(row: VisitRow, disruption: Disruption, now: Temporal.Instant): DisruptedLine {
  const { appointment: visit } = row;
  const { patient, visitType, practitioner, version, holdExpiresAt } = visit;
  const isWish = visit.replacesAppointmentId !== null;
  const startMs = visit.startsAt.getTime();
  const endMs = visit.endsAt.getTime();
  return {
    appointmentId: row.appointmentId,
    isWish,
    held: holdExpiresAt && {
      until: toInstant(holdExpiresAt).toString(),
      byDesk: visit.bookedFrom === "desk",
    },
    version,
    is: disruptedState(
      {
        state: visit.state,
        now: {
          startMs,
          endMs,
          practitionerId: visit.practitionerId,
          locationId: visit.locationId,
          chairId: visit.chairId,
        },
        listed: {
          startMs: row.startsAt.getTime(),
          practitionerId: row.practitionerId,
          chairId: row.chairId,
        },
        isWish,
        holdEndsMs: holdExpiresAt?.getTime() ?? null,
        asked: row.askedAt !== null,
        reached: row.reachedAt !== null,
      },
      disruption,
      now,
    ),
    startsAt: toInstant(visit.startsAt).toString(),
    listedAt: toInstant(row.startsAt).toString(),
    minutes: (endMs - startMs) / 60_000,
    patient: {
      id: patient.id,
      name: `${patient.firstName} ${patient.lastName}`,
      phone: patient.mobilePhone ?? patient.homePhone,
    },
    visitType,
    practitioner,
  };
}

/** What still is closed, off or archived. */
async function liveSources(
  tx: Tx,
  practiceId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const where = { practiceId, id: { in: [...ids] } };
  const closures = await tx.closure.findMany({ where, select: { id: true } });
  const timesOff = await tx.timeOff.findMany({ where, select: { id: true } });
  const chairs = await tx.chair.findMany({
    where: { ...where, archivedAt: { not: null } },
    select: { id: true },
  });
  return new Set([...closures, ...timesOff, ...chairs].map(({ id }) => id));
}

/** One list with its visits as they are now, or null. */
export async function findDisruption(
  services: Services,
  { practiceId }: ClinicActor,
  id: string,
): Promise<DisruptionView | null> {
  const found = await inPractice(services.db, practiceId, (tx) =>
    disruptionsIn(tx, services, practiceId, { id }),
  );
  return found[0] ?? null;
}

/** The lists of the last months, the latest first. */
export function recentDisruptions(
  services: Services,
  { practiceId }: ClinicActor,
): Promise<DisruptionView[]> {
  return inPractice(services.db, practiceId, (tx) => disruptionsIn(tx, services, practiceId));
}

/** How many visits are still open on all lists that have coming ones. */
export async function openDisrupted(services: Services, actor: ClinicActor): Promise<number> {
  const { practiceId } = actor;
  const coming = { some: { appointment: { endsAt: { gt: fromInstant(services.now) } } } };
  const lists = await inPractice(services.db, practiceId, (tx) =>
    disruptionsIn(tx, services, practiceId, { disruptedVisits: coming }),
  );
  return lists.flatMap(({ visits }) => visits).filter(({ is }) => is === "open").length;
}

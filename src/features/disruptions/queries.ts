import type { Tx } from "@/db/client";
import { fromInstant, toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import {
  type DisruptedState,
  type Disruption,
  disruptedState,
} from "@/domain/appointments/disrupted-visit";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";

export interface DisruptedLine {
  readonly appointmentId: string;
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

/** The lists of the practice in a transaction: one, or the latest thirty. */
export async function disruptionsIn(
  tx: Tx,
  practiceId: string,
  id: string | null = null,
): Promise<DisruptionView[]> {
  const rows = await tx.disruption.findMany({
    where: { practiceId, ...(id !== null && { id }) },
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
    const withSource = row.cause === "closure" || row.cause === "time_off";
    const facts: Disruption = {
      cause: row.cause,
      holds: !withSource || live.has(row.sourceId ?? ""),
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
      visits: row.disruptedVisits.map((visit) => lineOf(visit, facts)),
    };
  });
}

interface VisitRow {
  readonly appointmentId: string;
  readonly startsAt: Date;
  readonly practitionerId: string;
  readonly chairId: string | null;
  readonly askedAt: Date | null;
  readonly reachedAt: Date | null;
  readonly appointment: {
    readonly version: number;
    readonly state: Parameters<typeof disruptedState>[0]["state"];
    readonly startsAt: Date;
    readonly endsAt: Date;
    readonly practitionerId: string;
    readonly locationId: string;
    readonly chairId: string | null;
    readonly patient: {
      readonly id: string;
      readonly firstName: string;
      readonly lastName: string;
      readonly mobilePhone: string | null;
      readonly homePhone: string | null;
    };
    readonly visitType: { readonly id: string; readonly name: string };
    readonly practitioner: { readonly id: string; readonly name: string };
  };
}

function lineOf(row: VisitRow, disruption: Disruption): DisruptedLine {
  const { appointment: now } = row;
  const { patient, visitType, practitioner, version } = now;
  const startMs = now.startsAt.getTime();
  const endMs = now.endsAt.getTime();
  return {
    appointmentId: row.appointmentId,
    version,
    is: disruptedState(
      {
        state: now.state,
        now: {
          startMs,
          endMs,
          practitionerId: now.practitionerId,
          locationId: now.locationId,
          chairId: now.chairId,
        },
        listed: {
          startMs: row.startsAt.getTime(),
          practitionerId: row.practitionerId,
          chairId: row.chairId,
        },
        asked: row.askedAt !== null,
        reached: row.reachedAt !== null,
      },
      disruption,
    ),
    startsAt: toInstant(now.startsAt).toString(),
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

async function liveSources(
  tx: Tx,
  practiceId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const where = { practiceId, id: { in: [...ids] } };
  const closures = await tx.closure.findMany({ where, select: { id: true } });
  const timesOff = await tx.timeOff.findMany({ where, select: { id: true } });
  return new Set([...closures, ...timesOff].map(({ id }) => id));
}

/** One list with its visits as they are now, or null. */
export async function findDisruption(
  services: Services,
  { practiceId }: ClinicActor,
  id: string,
): Promise<DisruptionView | null> {
  const found = await inPractice(services.db, practiceId, (tx) =>
    disruptionsIn(tx, practiceId, id),
  );
  return found[0] ?? null;
}

/** The lists of the last months, the latest first. */
export function recentDisruptions(
  services: Services,
  { practiceId }: ClinicActor,
): Promise<DisruptionView[]> {
  return inPractice(services.db, practiceId, (tx) => disruptionsIn(tx, practiceId));
}

/** How many visits are still open on all lists that have coming ones. */
export async function openDisrupted(services: Services, actor: ClinicActor): Promise<number> {
  const { practiceId } = actor;
  const lists = await inPractice(services.db, practiceId, async (tx) => {
    const coming = await tx.disruptedVisit.count({
      where: { practiceId, startsAt: { gt: fromInstant(services.now) } },
    });
    return coming === 0 ? [] : disruptionsIn(tx, practiceId);
  });
  return lists.flatMap(({ visits }) => visits).filter(({ is }) => is === "open").length;
}

import type { Tx } from "@/db/client";
import type { DeliveryState, LinkDelivery, LinkPurpose } from "@/db/generated/enums";
import { toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import {
  type LinkCarriage,
  type LinkStateShown,
  linkStateShown,
} from "@/domain/registration/login-link";
import type { ClinicActor } from "@/features/access/actors";
import { personNames } from "@/features/registration/logins/login-facts";
import type { Services } from "@/server/services";

export interface LoginLinkRow {
  readonly id: string;
  readonly patientId: string;
  readonly patientName: string;
  readonly firstName: string;
  /** The link did not get its patient in, and another one would: it was not delivered, or it ran out (S9). */
  readonly isToRepeat: boolean;
  readonly isRegistered: boolean;
  readonly hasEmail: boolean;
  readonly purpose: LinkPurpose;
  readonly deliver: LinkDelivery;
  readonly state: LinkStateShown;
  /** Since when; ISO 8601, as are the others. */
  readonly since: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly usedAt: string | null;
  readonly createdBy: string;
}

/** S9: the links of one patient, newest first, each with its state. */
export async function loginLinksOf(
  tx: Tx,
  services: Pick<Services, "now">,
  practiceId: string,
  patientId: string,
): Promise<LoginLinkRow[]> {
  return rowsOf(tx, services, { practiceId, patientId }, 10);
}

const PAGE = 50;

/** The practice's login links, newest first; `before` is the id of the last one seen. */
export async function loginLinks(
  services: Services,
  actor: ClinicActor,
  before: string | undefined,
): Promise<{ items: LoginLinkRow[]; next: string | null }> {
  const { practiceId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    const where = { practiceId, ...(before !== undefined && { id: { lt: before } }) };
    const items = await rowsOf(tx, services, where, PAGE + 1);
    const shown = items.slice(0, PAGE);
    return { items: shown, next: items.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
  });
}

async function rowsOf(
  tx: Tx,
  services: Pick<Services, "now">,
  where: { practiceId: string; patientId?: string; id?: { lt: string } },
  take: number,
): Promise<LoginLinkRow[]> {
  const rows = await tx.loginLink.findMany({
    where,
    // Ids are UUIDv7: they sort by the time of their making.
    orderBy: { id: "desc" },
    take,
    select: {
      id: true,
      patientId: true,
      purpose: true,
      deliver: true,
      createdAt: true,
      expiresAt: true,
      openedAt: true,
      usedAt: true,
      replacedAt: true,
      deliveryId: true,
      createdByPersonId: true,
      patient: {
        select: {
          firstName: true,
          lastName: true,
          email: true,
          portalStatus: true,
          archivedAt: true,
        },
      },
    },
  });
  const deliveries = await tx.delivery.findMany({
    where: { id: { in: rows.flatMap(({ deliveryId }) => deliveryId ?? []) } },
    select: { id: true, state: true, settledAt: true },
  });
  const names = await personNames(
    tx,
    rows.map((row) => row.createdByPersonId),
  );
  return rows.map((row) => {
    const carried = deliveries.find(({ id }) => id === row.deliveryId);
    const facts = {
      createdAt: toInstant(row.createdAt),
      openedAt: row.openedAt && toInstant(row.openedAt),
      usedAt: row.usedAt && toInstant(row.usedAt),
      replacedAt: row.replacedAt && toInstant(row.replacedAt),
    };
    const carriage = row.deliver === "show" ? null : carriages[carried?.state ?? "sent"];
    const carriedAt = carried?.settledAt ? toInstant(carried.settledAt) : null;
    const isRegistered = row.patient.portalStatus === "registered";
    const { state, since } = linkStateShown(facts, carriage, carriedAt, services.now);
    return {
      id: row.id,
      patientId: row.patientId,
      patientName: `${row.patient.firstName} ${row.patient.lastName}`,
      firstName: row.patient.firstName,
      isToRepeat:
        (state === "undelivered" || state === "expired") &&
        row.patient.archivedAt === null &&
        !(isRegistered && row.purpose === "registration"),
      isRegistered,
      hasEmail: row.patient.email !== null,
      purpose: row.purpose,
      deliver: row.deliver,
      createdAt: facts.createdAt.toString(),
      expiresAt: toInstant(row.expiresAt).toString(),
      usedAt: facts.usedAt?.toString() ?? null,
      createdBy: names.get(row.createdByPersonId) ?? "",
      state,
      since: since.toString(),
    };
  });
}

const carriages: Readonly<Record<DeliveryState, NonNullable<LinkCarriage>>> = {
  queued: "on_its_way",
  sending: "on_its_way",
  unknown: "on_its_way",
  sent: "sent",
  delivered: "delivered",
  undelivered: "undelivered",
  dropped: "undelivered",
};

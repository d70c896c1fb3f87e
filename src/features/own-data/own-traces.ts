import type { Tx } from "@/db/client";
import type { SessionActor } from "@/features/access/actors";
import { instantText as at } from "./texts";

type Whose = Pick<SessionActor, "practiceId" | "personId" | "loginId">;

const newest = 5_000;

/** What one did in the portal, as the audit log has it: logins, failures, changes; the newest 5,000. */
export async function ownActivity(tx: Tx, { practiceId, personId, loginId }: Whose) {
  const rows = await tx.auditEntry.findMany({
    where: { practiceId, OR: [{ actorPersonId: personId }, { actorLoginId: loginId }] },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: newest,
    select: { at: true, action: true, address: true },
  });
  return rows.map((row) => ({ at: at(row.at), action: row.action, address: row.address }));
}

/** Which terms were accepted, and when: the registration that they ended is not kept, its audit row is. */
export async function ownTerms(tx: Tx, { practiceId, personId, loginId }: Whose) {
  const rows = await tx.auditEntry.findMany({
    where: {
      practiceId,
      action: { in: ["registration.completed"] },
      OR: [{ actorPersonId: personId }, { actorLoginId: loginId }],
    },
    orderBy: { at: "asc" },
    select: { at: true, detail: true },
  });
  return rows.flatMap(({ at: acceptedAt, detail }) => {
    const version =
      typeof detail === "object" && detail !== null && !Array.isArray(detail)
        ? detail.termsVersion
        : undefined;
    return typeof version === "string" ? [{ version, acceptedAt: at(acceptedAt) }] : [];
  });
}

/** By topic, what is told and which way; what was never chosen has no row. */
export function ownChoices(tx: Tx, { practiceId, personId }: Whose) {
  return tx.notificationChoice.findMany({
    where: { practiceId, personId },
    select: { topic: true, mail: true, sms: true, push: true },
  });
}

/** Which browsers show notices; their addresses at the push service are of no use to anybody else. */
export async function ownDevices(tx: Tx, { practiceId, personId }: Whose) {
  const rows = await tx.pushSubscription.findMany({
    where: { practiceId, personId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { browser: true, createdAt: true, seenAt: true },
  });
  return rows.map(({ browser, createdAt, seenAt }) => ({
    browser,
    turnedOnAt: at(createdAt),
    lastUsedAt: at(seenAt),
  }));
}

/** Which articles of the care guidance one found helpful, or not (R26). */
export async function ownCareFeedback(tx: Tx, { practiceId, personId }: Whose) {
  const rows = await tx.careFeedback.findMany({
    where: { practiceId, personId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { helpful: true, createdAt: true, article: { select: { title: true } } },
  });
  return rows.map(({ helpful, createdAt, article }) => ({
    article: article.title,
    helpful,
    saidAt: at(createdAt),
  }));
}

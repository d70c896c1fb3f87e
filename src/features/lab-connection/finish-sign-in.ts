import type { Temporal } from "temporal-polyfill";
import * as z from "zod";
import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { releaseHeld } from "@/features/cases/delivery/hold-and-release";
import { enqueue } from "@/jobs/queue";
import { jsonOf } from "@/lib/json-of";
import type { LabSignedIn } from "@/ports/lab-sign-in";
import { openSealed } from "@/security/sealing";
import { tokenDigest } from "@/security/tokens";
import type { Services } from "@/server/services";
import { sealedTokens } from "./connection-tokens";
import { CALLBACK_PATH, labSignInAt } from "./lab-client";
import { signInBinding } from "./re-enable-integration";

/** Two machines' clocks. */
const SKEW_SECONDS = 60;

/**
 * sign_in_over: nobody of this session began it, it was used, or ten minutes are over. turned_back: the person did not
 * sign in. not_asked_again: the lab let an older sign-in count. does_not_fit: the answer belongs to another question.
 */
export type FinishRefusal =
  | "sign_in_over"
  | "turned_back"
  | "not_asked_again"
  | "does_not_fit"
  | "lab_unreachable";

export interface Finished {
  readonly labId: string;
  readonly returnTo: string | null;
}

const kept = z.strictObject({ issuer: z.url(), nonce: z.string(), codeVerifier: z.string() });

interface Begun {
  readonly id: string;
  readonly connectionId: string;
  readonly sealed: Uint8Array;
  readonly returnTo: string | null;
  readonly createdAt: Date;
  readonly lab: { readonly id: string; readonly key: string; readonly name: string };
}

/**
 * Comes back from the lab's sign-in (R42): the connection works again from now on, and what was held goes out (R46). An answer counts once, for the
 * session that began it; two that come at the same time are one.
 */
export async function finishSignIn(
  services: Services,
  actor: ClinicActor,
  query: URLSearchParams,
): Promise<Result<Finished, FinishRefusal>> {
  const state = query.get("state") ?? "";
  const begun = await inPractice(services.db, actor.practiceId, (tx) =>
    takeSignIn(tx, services, actor, state),
  );
  if (!begun) return refused("sign_in_over");
  const { lab } = begun;
  const opened = openSealed(services.env.sealingKeys, signInBinding(begun.id), begun.sealed);
  const secret = opened.ok ? kept.safeParse(jsonOf(opened.value)).data : undefined;
  const at = secret && labSignInAt(services, lab.key, secret.issuer);
  if (!secret || !at) return refused("sign_in_over");
  const answer = new URL(`${services.env.appUrl}${CALLBACK_PATH}?${query}`);
  const signedIn = await services.labSignIn.finish(at, { ...secret, state }, answer);
  if (!signedIn.ok) {
    const reason = refusalOf(signedIn.reason, signedIn.detail?.code);
    await noteFailure(services, actor, begun, reason);
    return refused(reason);
  }
  // prompt=login was asked for; a lab that let an old sign-in count would leave its clocks where they were.
  const earliest = begun.createdAt.getTime() - SKEW_SECONDS * 1000;
  if (signedIn.value.authenticatedAt.epochMilliseconds < earliest) {
    await noteFailure(services, actor, begun, "not_asked_again");
    return refused("not_asked_again");
  }
  await inPractice(services.db, actor.practiceId, (tx) =>
    connect(tx, services, actor, begun, signedIn.value),
  );
  return ok({ labId: lab.id, returnTo: begun.returnTo });
}

/** Guarded: whoever comes second finds it used. */
async function takeSignIn(
  tx: Tx,
  services: Services,
  { practiceId, personId, sessionId }: ClinicActor,
  state: string,
): Promise<Begun | null> {
  const stateDigest = tokenDigest(state);
  const { count } = await tx.labSignIn.updateMany({
    where: {
      practiceId,
      stateDigest,
      personId,
      sessionId,
      usedAt: null,
      expiresAt: { gt: fromInstant(services.now) },
    },
    data: { usedAt: fromInstant(services.now) },
  });
  if (count === 0) return null;
  const row = await tx.labSignIn.findUniqueOrThrow({
    where: { practiceId_stateDigest: { practiceId, stateDigest } },
    select: {
      id: true,
      connectionId: true,
      sealed: true,
      returnTo: true,
      createdAt: true,
      connection: { select: { labId: true } },
    },
  });
  const lab = await tx.lab.findUniqueOrThrow({
    where: { id: row.connection.labId },
    select: { id: true, key: true, name: true },
  });
  return { ...row, lab };
}

function refusalOf(reason: "refused" | "transient", code: unknown): FinishRefusal {
  if (reason === "transient") return "lab_unreachable";
  return code === "access_denied" ? "turned_back" : "does_not_fit";
}

async function connect(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  { connectionId, lab }: Begun,
  signedIn: LabSignedIn,
): Promise<void> {
  const { practiceId } = actor;
  const authenticatedAt = noLaterThan(signedIn.authenticatedAt, services.now);
  await tx.$queryRaw`
    select from tenant.lab_connection where practice_id = ${practiceId}::uuid and id = ${connectionId}::uuid for update`;
  const whose = await tx.labConnection.update({
    where: { practiceId_id: { practiceId, id: connectionId } },
    data: {
      ...sealedTokens(services, connectionId, signedIn),
      labUserName: signedIn.userName,
      lastAuthenticatedAt: fromInstant(authenticatedAt),
      refusedByLabAt: null,
      lastSuccessAt: fromInstant(services.now),
      renewingUntilAt: null,
      // Perhaps another user of the lab's: its reports are asked for anew, and its list is read from the start.
      webhookRegisteredAt: null,
      listCursor: null,
    },
    select: { practitionerId: true, labId: true },
  });
  await releaseHeld(tx, services, { practiceId, ...whose });
  await enqueue(tx, "follow_lab", { practiceId, connectionId });
  await tx.labConnectionEvent.create({
    data: {
      practiceId,
      id: services.random.uuid(),
      connectionId,
      event: "re_enabled",
      actorPersonId: actor.personId,
      at: fromInstant(services.now),
      detail: { userName: signedIn.userName },
    },
    select: { id: true },
  });
  await recordAudit(tx, services, auditActor(actor), {
    action: "lab_connection.re_enabled",
    practiceId,
    objectKind: "lab_connection",
    objectId: connectionId,
    detail: { lab: lab.name },
  });
}

/** A lab's clock that runs ahead must not put off the next due date. */
function noLaterThan(at: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  return at.epochMilliseconds > now.epochMilliseconds ? now : at;
}

async function noteFailure(
  services: Services,
  actor: ClinicActor,
  { connectionId, lab }: Begun,
  reason: FinishRefusal,
): Promise<void> {
  const { practiceId } = actor;
  await inPractice(services.db, practiceId, (tx) =>
    recordAudit(tx, services, auditActor(actor), {
      action: "lab_sign_in.failed",
      practiceId,
      objectKind: "lab_connection",
      objectId: connectionId,
      detail: { lab: lab.name, reason },
    }),
  );
}

import type * as z from "zod";
import type { Tx } from "@/db/client";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { foldEmail } from "@/domain/registration/matching";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { type PracticeFacts, practiceById } from "@/features/practices/current-practice";
import { lockRecord } from "@/features/registration/logins/lock-record";
import { renameLogin } from "@/features/registration/logins/rename-login";
import type { Services } from "@/server/services";
import type { contactRefusals } from "./contact-refusals";
import type { contactSchema } from "./contact-schema";
import { readNumbers } from "./read-numbers";
import { type LockedRecord, writeContact } from "./write-contact";

type ContactRefusal = keyof typeof contactRefusals;
type Wish = z.output<typeof contactSchema> & { readonly id: string };

/**
 * R17, S8: staff change how a patient is reached: mobile, other phones, e-mail, and before registration the login name
 * (R12). Numbers are judged as at registration; one that stays is not judged again.
 */
export async function changeContact(
  services: Services,
  actor: ClinicActor,
  wish: Wish,
): Promise<Result<{ changed: string[] }, ContactRefusal>> {
  type Answer = Result<{ changed: string[] }, ContactRefusal>;
  const { practiceId } = actor;
  const practice = await practiceById(services, practiceId);
  if (!practice) return refused("not_found");
  const read = await readNumbers(services, practice, wish, wish.id);
  if (!read.ok) return read;
  const email = wish.email === "" ? null : wish.email && foldEmail(wish.email);
  const change = { ...(email !== undefined && { email }), ...read.value };
  return inPracticeOrNothing<Answer>(services.db, practiceId, async (tx) => {
    const record = await lockRecord(tx, practiceId, wish.id);
    if (!record) return refused("not_found");
    const { version } = await tx.patient.findUniqueOrThrow({
      where: { practiceId_id: { practiceId, id: wish.id } },
      select: { version: true },
    });
    if (version !== wish.version) return refused("record_changed");
    const isRegistered = record.portalStatus === "registered";
    if (isRegistered && change.mobilePhone === null) return refused("mobile_needed");
    const because = "desk";
    const changed = await writeContact(tx, services, actor, record, change, because);
    const named = await rename(tx, services, actor, record, practice, wish.loginName);
    if (!named.ok) throw new RolledBack<Answer>(named);
    return ok({ changed: [...changed, ...named.value] });
  });
}

async function rename(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  record: LockedRecord,
  practice: PracticeFacts,
  loginName: string | undefined,
): Promise<Result<string[], ContactRefusal>> {
  if (loginName === undefined) return ok([]);
  const named = await renameLogin(tx, services, record, loginName, practice.language);
  if (!named.ok) return named;
  const { before, after } = named.value;
  if (before === after) return ok([]);
  await recordAudit(tx, services, auditActor(actor), {
    action: "login_name.changed",
    practiceId: record.practiceId,
    objectKind: "patient",
    objectId: record.id,
    patientId: record.id,
    detail: { before, after },
  });
  return ok(["loginName"]);
}

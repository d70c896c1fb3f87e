import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { ok, type Result, refused } from "@/domain/result";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { openPractitioner } from "../roles/practitioner-row";

interface Joining {
  readonly practiceId: string;
  readonly invitationId: string;
  readonly loginId: string;
  readonly personId: string;
}

/**
 * What an invitation was for: the membership, for orthodontists the practitioner that visits are booked with, and the
 * address proved by its link. The caller has locked the login's row. `link_replaced`: it was withdrawn.
 */
export async function joinPractice(
  tx: Tx,
  services: Services,
  { practiceId, invitationId, loginId, personId }: Joining,
): Promise<Result<{ role: "orthodontist" | "staff" | "admin" }, "link_replaced">> {
  const identity = identityIn(tx);
  const [taken] = await tx.$queryRaw<
    { role: "orthodontist" | "staff" | "admin"; emailFolded: string }[]
  >`
    delete from tenant.invitation where practice_id = ${practiceId}::uuid and id = ${invitationId}::uuid
    returning role, email_folded as "emailFolded"`;
  if (!taken) return refused("link_replaced");
  const { role, emailFolded } = taken;
  const at = fromInstant(services.now);
  await identity.login.updateMany({
    where: { id: loginId, emailFolded, emailVerifiedAt: null },
    data: { emailVerifiedAt: at },
  });
  const isHere = { practiceId, loginId, role, endedAt: null };
  if ((await tx.membership.count({ where: isHere })) === 0)
    await tx.membership.create({
      data: { practiceId, personId, loginId, role, createdAt: at },
      select: { id: true },
    });
  const person = await identity.person.findUniqueOrThrow({
    where: { id: personId },
    select: { firstName: true, lastName: true },
  });
  const name = `${person.firstName} ${person.lastName}`;
  if (role === "orthodontist") await openPractitioner(tx, practiceId, { personId, name });
  await recordAudit(
    tx,
    services,
    { personId, loginId, role, name },
    {
      action: "membership.begun",
      practiceId,
      objectKind: "login",
      objectId: loginId,
      detail: { name, before: null, after: role },
    },
  );
  return ok({ role });
}

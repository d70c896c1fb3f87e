import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import type { Services } from "@/server/services";

interface Addressee {
  readonly practiceId: string;
  readonly personId: string;
  readonly patientId: string | null;
  readonly email: string | null;
  readonly mobile: string | null;
  readonly loginName: string;
  /** What carried the codes of their registrations. */
  readonly codeDeliveries: readonly string[];
}

/**
 * S23: what was sent to somebody stays to be counted (R51), without address, words or secret; what has not left yet does
 * not leave. Rows of nobody in particular (a code to a number typed at registration) go by their address, once settled:
 * until then one may be a relative's.
 */
export async function forgetDeliveries(
  tx: Tx,
  services: Pick<Services, "now">,
  { practiceId, personId, patientId, email, mobile, loginName, codeDeliveries }: Addressee,
): Promise<void> {
  const at = fromInstant(services.now);
  await tx.$executeRaw`
    update tenant.delivery d set recipient = null, content = '{"values": {}}', sealed_secret = null, secret_key_id = null,
      emptied_at = coalesce(d.emptied_at, ${at}), lease_until_at = null,
      state = case when d.settled_at is null and d.state in ('queued', 'sending', 'unknown') then 'dropped' else d.state end,
      settled_at = coalesce(d.settled_at, ${at})
    where d.practice_id = ${practiceId}::uuid and d.kind in ('mail', 'sms') and (
      d.person_id = ${personId}::uuid
      or (d.person_id is null and d.patient_id = ${patientId}::uuid)
      or d.id = any (${[...codeDeliveries]}::uuid[])
      or d.id in (select delivery_id from tenant.login_link
        where practice_id = ${practiceId}::uuid and guardian_person_id = ${personId}::uuid)
      or (d.person_id is null and d.patient_id is null
        and (d.purpose = 'registration_email' or d.state not in ('queued', 'sending', 'unknown'))
        and d.recipient in (${email}, ${mobile})))`;
  // One mail may name several logins of a family (S7): the others keep their row, and it no longer names this one.
  await tx.$executeRaw`
    update tenant.delivery d set content = '{"values": {}}'
    where d.practice_id = ${practiceId}::uuid and d.state not in ('queued', 'sending', 'unknown')
      and ${loginName} = any (string_to_array(d.content -> 'values' ->> 'loginNames', ' '))`;
}

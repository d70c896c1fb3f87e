import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ownLoginAgeBounds } from "@/domain/guardians/age-bounds";
import { AGE_NOTICE_DAYS } from "@/domain/guardians/own-login-age";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { lockSettings } from "@/features/settings/lock-settings";
import type { settingRefusals } from "@/features/settings/refusals";
import type { Services } from "@/server/services";
import type { AgePreview } from "./age-schema";
import { ageOfOwnLogin } from "./age-setting";
import { todayOf } from "./today-of";

/** The age of now and those to choose from, for the page that sets it. */
export async function ownLoginAge(
  services: Services,
  { practiceId }: ClinicActor,
): Promise<{ age: number; ages: number[] }> {
  const age = await inPractice(services.db, practiceId, (tx) => ageOfOwnLogin(tx, practiceId));
  const { from, until } = ownLoginAgeBounds;
  return { age, ages: Array.from({ length: until - from + 1 }, (_, more) => from + more) };
}

/** R10: whose access an age would end: at once, by the rule of every request, and within the month. */
export function previewOwnLoginAge(
  services: Services,
  actor: ClinicActor,
  { age }: { readonly age: number },
): Promise<Result<AgePreview, never>> {
  const { practiceId } = actor;
  const today = todayOf(services, actor).toString();
  return inPractice(services.db, practiceId, async (tx) => {
    const [row] = await tx.$queryRaw<AgePreview[]>`
      with live as (
        select g.guardian_person_id, p.id as patient_id, p.portal_status,
          tenant.own_login_on(p.date_of_birth, ${age}::int) as grown_on
        from tenant.guardianship g
        join tenant.patient p on p.practice_id = g.practice_id and p.id = g.patient_id
        where g.practice_id = ${practiceId}::uuid and g.ended_at is null
          and (g.until_on is null or g.until_on > ${today}::date))
      select count(*) filter (where grown_on <= ${today}::date)::int as endings,
        count(distinct patient_id) filter (where grown_on <= ${today}::date)::int as "youngPeople",
        count(distinct patient_id) filter (where grown_on <= ${today}::date
          and portal_status <> 'registered')::int as "withoutLogin",
        count(*) filter (where grown_on > ${today}::date
          and grown_on <= ${today}::date + ${AGE_NOTICE_DAYS}::int)::int as soon
      from live`;
    return ok(row ?? { endings: 0, youngPeople: 0, withoutLogin: 0, soon: 0 });
  });
}

/**
 * R10: the age from which a patient has a login of their own. Access that ends by it ends at once and stays ended.
 * Refusal: `changed_meanwhile`, when the age is no longer what the page showed.
 */
export function changeOwnLoginAge(
  services: Services,
  actor: ClinicActor,
  { age, seen }: { readonly age: number; readonly seen: number },
): Promise<Result<{ changed: boolean }, keyof typeof settingRefusals>> {
  const { practiceId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    await lockSettings(tx, services, practiceId);
    const before = await ageOfOwnLogin(tx, practiceId);
    if (before === age) return ok({ changed: false });
    if (before !== seen) return refused("changed_meanwhile");
    await tx.practiceSettings.update({
      where: { practiceId },
      data: { ownLoginFromAge: age, updatedAt: fromInstant(services.now) },
      select: { practiceId: true },
    });
    await recordAudit(tx, services, auditActor(actor), {
      action: "settings.changed",
      practiceId,
      detail: { what: "own_login_age", before: String(before), after: String(age) },
    });
    return ok({ changed: true });
  });
}

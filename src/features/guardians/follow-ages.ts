import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { AGE_NOTICE_DAYS } from "@/domain/guardians/own-login-age";
import { queueMail } from "@/features/notifications/queue-delivery";
import { mailAddressesOf } from "@/features/people/mail-addresses";
import { inEveryPractice } from "@/features/practices/in-every-practice";
import type { Services } from "@/server/services";
import { endGuardianshipIn } from "./end-guardianship-in";
import { todayOf } from "./today-of";

/** Of one practice in one round. */
const BATCH = 100;

interface DueRow {
  readonly id: string;
  readonly because: "age" | "until";
}

/**
 * R10: ends the rows whose last day has passed or whose child has reached the practice's age, and tells guardians once,
 * a month before. Sessions do not wait for it: they count by the day itself. Answers how many rows it dealt with.
 */
export function followAges(services: Services): Promise<number> {
  return inEveryPractice(services, async (_, practice) => {
    const today = todayOf(services, practice).toString();
    const ended = await endDue(services, practice.id, today);
    return ended + (await tellSoon(services, practice.id, today));
  });
}

function endDue(services: Services, practiceId: string, today: string): Promise<number> {
  return inPractice(services.db, practiceId, async (tx) => {
    const due = await tx.$queryRaw<DueRow[]>`
      select g.id, case when g.until_on <= ${today}::date then 'until' else 'age' end as because
      from tenant.guardianship g
      join tenant.patient p on p.practice_id = g.practice_id and p.id = g.patient_id
      join tenant.practice_settings s on s.practice_id = g.practice_id
      where g.practice_id = ${practiceId}::uuid and g.ended_at is null and (g.until_on <= ${today}::date
        or tenant.own_login_on(p.date_of_birth, s.own_login_from_age) <= ${today}::date)
      order by g.id limit ${BATCH} for update of g skip locked`;
    for (const { id, because } of due)
      await endGuardianshipIn(tx, services, practiceId, id, because);
    return due.length;
  });
}

function tellSoon(services: Services, practiceId: string, today: string): Promise<number> {
  return inPractice(services.db, practiceId, async (tx) => {
    const soon = await tx.$queryRaw<{ id: string; person_id: string }[]>`
      select g.id, g.guardian_person_id as person_id
      from tenant.guardianship g
      join tenant.patient p on p.practice_id = g.practice_id and p.id = g.patient_id and p.archived_at is null
      join tenant.practice_settings s on s.practice_id = g.practice_id
      where g.practice_id = ${practiceId}::uuid and g.ended_at is null and g.told_of_age_at is null
        and g.birth_date_confirmed_at is not null
        and tenant.own_login_on(p.date_of_birth, s.own_login_from_age) <= ${today}::date + ${AGE_NOTICE_DAYS}::int
      order by g.id limit ${BATCH} for update of g skip locked`;
    const mailboxes = await mailAddressesOf(
      tx,
      soon.map((row) => row.person_id),
    );
    for (const { id, person_id: personId } of soon) {
      await tx.guardianship.update({
        where: { practiceId_id: { practiceId, id } },
        data: { toldOfAgeAt: fromInstant(services.now) },
        select: { id: true },
      });
      const mailbox = mailboxes.find((known) => known.personId === personId);
      if (!mailbox) continue;
      await queueMail(tx, services, {
        purpose: "guardian_age_soon",
        practiceId,
        to: mailbox.email,
        language: mailbox.language,
        personId,
      });
    }
    return soon.length;
  });
}

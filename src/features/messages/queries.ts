import { type Read, readInPractice } from "@/db/read";
import { inPractice } from "@/db/transaction";
import { actsFor, isPatientRole } from "@/features/access/actors";
import type { OpenSession } from "@/features/access/open-session";
import { practiceById } from "@/features/practices/current-practice";
import type { UploadView } from "@/features/uploads/schema";
import type { Services } from "@/server/services";
import { type AwayForPatient, awayForPatient } from "./cover/away-for-patient";
import { isOwnPatientSql } from "./cover/stand-in-sql";
import type { ThreadMember } from "./thread-member";
import { unsentUploads } from "./unsent-uploads";

/** How many messages a person ($2) has not read in the threads of these patients of a practice ($1). */
export const patientsUnreadSql = (patients: string) => `
    select count(*)::int as unread
    from tenant.thread t
    left join tenant.thread_reader r
      on r.practice_id = t.practice_id and r.thread_id = t.id and r.person_id = $2
    join tenant.message m on m.practice_id = t.practice_id and m.thread_id = t.id
      and m.number > coalesce(r.read_up_to, 0) and m.author_person_id <> $2
    where t.practice_id = $1 and t.patient_id = any(${patients}::uuid[])
      and t.message_count > coalesce(r.read_up_to, 0)`;

const patientsUnread: Read = { name: "unread-of-patients", text: patientsUnreadSql("$3") };

/** Threads, not messages: what still waits for an answer and was not opened yet. */
const clinicUnread: Read = {
  name: "unread-of-clinic",
  text: `
    select count(*)::int as unread
    from tenant.thread t
    left join tenant.thread_reader r
      on r.practice_id = t.practice_id and r.thread_id = t.id and r.person_id = $2
    where t.practice_id = $1 and t.state = 'open' and t.message_count > coalesce(r.read_up_to, 0)
      and (t.snoozed_until_at is null or t.snoozed_until_at <= app_now())
      and case when $3::boolean then t.with_staff else t.assigned_to_person_id = $2
        or not exists (select 1 from tenant.practitioner o where o.practice_id = $1 and o.person_id = $2)
        or exists (select 1 from tenant.patient p
          where p.practice_id = t.practice_id and p.id = t.patient_id and ${isOwnPatientSql("p", "$2")})
      end`,
};

/**
 * The number on the entry "Messages" (R38). Patients and guardians: unread messages of everybody they act for.
 * Orthodontists: threads of their own patients, or assigned to them, that wait for an answer, are not snoozed, and that
 * they have not opened since; staff: the same of threads where staff take part.
 */
export async function unreadCount(services: Services, actor: OpenSession): Promise<number> {
  const isPatient = isPatientRole(actor.role);
  const values = [
    actor.practiceId,
    actor.personId,
    isPatient ? actsFor(actor) : actor.role !== "orthodontist",
  ];
  const read = isPatient ? patientsUnread : clinicUnread;
  const [row] = await readInPractice<{ unread: number }>(
    services.db,
    actor.practiceId,
    read,
    values,
  );
  return row?.unread ?? 0;
}

export interface Expectations {
  readonly answerHours: number;
  /** The practice's own words instead of ours, or null. */
  readonly answerWords: string | null;
  readonly emergencyWords: string | null;
  readonly supportPhone: string;
  readonly practiceName: string;
  /** Whom the patient writes to is away today. */
  readonly away: AwayForPatient | null;
}

/** When the practice answers, who is away of those the patient writes to, and what to do in an emergency (R39). */
export async function expectations(
  services: Services,
  actor: Pick<OpenSession, "practiceId" | "practiceName"> & { readonly patientId?: string },
): Promise<Expectations> {
  const { practiceId, practiceName, patientId } = actor;
  const [[settings, away], practice] = await Promise.all([
    inPractice(services.db, practiceId, async (tx) => {
      const select = { answerHours: true, answerWords: true, emergencyWords: true };
      const kept = await tx.practiceSettings.findUnique({ where: { practiceId }, select });
      return [
        kept,
        patientId ? await awayForPatient(tx, { practiceId, patientId }) : null,
      ] as const;
    }),
    practiceById(services, practiceId),
  ]);
  return {
    answerHours: settings?.answerHours ?? 24,
    answerWords: settings?.answerWords ?? null,
    emergencyWords: settings?.emergencyWords ?? null,
    supportPhone: practice?.supportPhone ?? "",
    practiceName,
    away,
  };
}

export interface KeptDraft {
  readonly subject: string;
  readonly body: string;
  /** Files of one's own that are not sent yet. */
  readonly attachments: readonly UploadView[];
  /** Of what was read; 0 where there is none. */
  readonly version: number;
}

/** What was begun and not sent in a thread, or, without one, for a new thread about the patient. */
export async function keptDraft(
  services: Services,
  actor: ThreadMember,
  about: { readonly threadId: string } | { readonly patientId: string },
): Promise<KeptDraft> {
  const { practiceId, personId } = actor;
  const where = "threadId" in about ? about : { ...about, threadId: null };
  return inPractice(services.db, practiceId, async (tx) => {
    const draft = await tx.messageDraft.findFirst({
      where: { practiceId, personId, ...where },
      select: { subject: true, body: true, patientId: true, uploadIds: true, version: true },
    });
    if (!draft) return { subject: "", body: "", attachments: [], version: 0 };
    const { body, patientId, version } = draft;
    const attachments = await unsentUploads(tx, { ...actor, patientId }, draft.uploadIds);
    return { subject: draft.subject ?? "", body, attachments, version };
  });
}

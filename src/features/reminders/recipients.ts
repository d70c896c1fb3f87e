import type { Tx } from "@/db/client";
import type { ReminderChannel } from "@/domain/reminders/decide-reminders";
import { type VisitPerson, visitPeople } from "@/features/people/visit-people";
import type { PracticeFacts } from "@/features/practices/current-practice";
import { mobileVerdict, parsePhone } from "@/lib/phone";

export interface Recipient {
  readonly to: string;
  readonly language: string;
  /** Null: the address of the record. */
  readonly personId: string | null;
  readonly loginId: string | null;
  readonly mayAnswer: boolean;
}

interface Question {
  readonly patientId: string;
  readonly channel: ReminderChannel;
  /** The rule is for patients without a login too. */
  readonly withoutLogin: boolean;
}

type Found =
  | { readonly recipients: readonly Recipient[] }
  | { readonly none: "not_wanted" | "no_recipient" };

/**
 * Who gets a reminder: the patient's login and each guardian, at verified addresses and as they chose. Where nobody has a
 * login, the record's address: if the patient once proved it, or the rule says so. Nobody twice.
 */
export async function recipientsOf(
  tx: Tx,
  practice: PracticeFacts,
  { patientId, channel, withoutLogin }: Question,
): Promise<Found> {
  const people = await visitPeople(tx, { practiceId: practice.id, patientId });
  if (people.length === 0) return ofRecord(tx, practice, { patientId, channel, withoutLogin });
  const reachable = people.flatMap((person) => {
    const to = channel === "mail" ? person.email : person.mobile;
    return to === null ? [] : [{ person, to }];
  });
  if (reachable.length === 0) return { none: "no_recipient" };
  const wanted = reachable.filter(({ person }) => wants(person, channel));
  if (wanted.length === 0) return { none: "not_wanted" };
  const recipients = new Map<string, Recipient>();
  for (const { person, to } of wanted) {
    const { personId, loginId, language, mayAct } = person;
    const folded = to.toLowerCase();
    if (!recipients.has(folded))
      recipients.set(folded, { to, language, personId, loginId, mayAnswer: mayAct });
  }
  return { recipients: [...recipients.values()] };
}

const wants = (person: VisitPerson, channel: ReminderChannel) =>
  channel === "mail" ? person.wantsMail : person.wantsTexts;

async function ofRecord(
  tx: Tx,
  practice: PracticeFacts,
  { patientId, channel, withoutLogin }: Question,
): Promise<Found> {
  const record = await tx.patient.findFirst({
    where: { practiceId: practice.id, id: patientId, archivedAt: null },
    select: { email: true, emailVerifiedAt: true, mobilePhone: true, mobileVerifiedAt: true },
  });
  const isMail = channel === "mail";
  const isProved = isMail ? record?.emailVerifiedAt : record?.mobileVerifiedAt;
  const to = isMail ? record?.email : mobileOf(practice, record?.mobilePhone ?? null);
  if (!to || !(withoutLogin || isProved)) return { none: "no_recipient" };
  const { language } = practice;
  return { recipients: [{ to, language, personId: null, loginId: null, mayAnswer: true }] };
}

/** S4: texts go to what may be a mobile in the practice's countries, and nowhere else. */
function mobileOf(practice: PracticeFacts, number: string | null): string | null {
  if (number === null) return null;
  const phone = parsePhone(number, practice.defaultCountry, practice.allowedCountries);
  return phone.ok && mobileVerdict(phone.value.type) !== "refused" ? phone.value.e164 : null;
}

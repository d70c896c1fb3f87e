import { Temporal } from "temporal-polyfill";
import type * as z from "zod";
import type { Tx } from "@/db/client";
import { fromDay, fromInstant, toDay } from "@/db/time";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { decideInvitation, type GuardianDetails, samePerson } from "@/domain/guardians/invitation";
import { isLikelyBirthDate } from "@/domain/registration/likely-birth-date";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { queueMail } from "@/features/notifications/queue-delivery";
import { type PracticeFacts, practiceById } from "@/features/practices/current-practice";
import { joinAsGuardian } from "@/features/registration/completion/complete-guardian";
import { readMobile } from "@/features/registration/details/mobile-number";
import {
  guardianLogin,
  knownWithBirthDate,
  loginForGuardian,
} from "@/features/registration/logins/guardian-login";
import type { IssuedLogin } from "@/features/registration/logins/issued-login";
import { lockRecord } from "@/features/registration/logins/lock-record";
import type { Services } from "@/server/services";
import { ageOfOwnLogin } from "./age-setting";
import { endGuardianshipIn } from "./end-guardianship-in";
import { linkGuardianIn } from "./link-guardian";
import type { invitationRefusals } from "./refusals";
import type { invitationAnswer, invitationSchema } from "./schema";
import { todayOf } from "./today-of";

type Invitation = z.output<typeof invitationSchema> & { readonly id: string };
type Invited = z.input<typeof invitationAnswer>;
type Answer = Result<Invited, keyof typeof invitationRefusals>;

interface Wish extends Pick<Invitation, "rights" | "deliver"> {
  readonly patientId: string;
  readonly details: GuardianDetails;
  readonly fromOn: Temporal.PlainDate;
  readonly untilOn: Temporal.PlainDate | null;
  readonly today: Temporal.PlainDate;
}

/**
 * R10: staff make somebody the guardian of a patient. Who has a login here is told by mail and confirms at the next
 * login; anybody else gets a link to register. Refusals: the details', the age's, those of a login link (S9).
 */
export async function inviteGuardian(
  services: Services,
  actor: ClinicActor,
  input: Invitation,
): Promise<Answer> {
  const practice = await practiceById(services, actor.practiceId);
  if (!practice) return refused("not_found");
  const today = todayOf(services, practice);
  const dateOfBirth = Temporal.PlainDate.from(input.dateOfBirth);
  if (!isLikelyBirthDate(dateOfBirth, today)) return refused("birth_date_unlikely");
  const mobile = await readMobile(services, practice, input.mobile);
  if (!mobile.ok) return mobile;
  const { firstName, lastName, email, fromOn, untilOn, rights, deliver } = input;
  const wish: Wish = {
    patientId: input.id,
    details: { firstName, lastName, dateOfBirth, email, mobile: mobile.value },
    fromOn: fromOn === undefined ? today : Temporal.PlainDate.from(fromOn),
    untilOn: untilOn === undefined ? null : Temporal.PlainDate.from(untilOn),
    rights,
    deliver,
    today,
  };
  return inPracticeOrNothing<Answer>(services.db, practice.id, (tx) =>
    invite(tx, services, actor, practice, wish),
  );
}

async function invite(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  practice: PracticeFacts,
  wish: Wish,
): Promise<Answer> {
  const { patientId, details, deliver } = wish;
  // One invitation after the other, so that a parent of two children never becomes two people.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`guardians:${practice.id}`}, 0))`;
  const record = await lockRecord(tx, practice.id, patientId);
  if (!record) return refused("not_found");
  if (record.archivedAt !== null) return refused("record_archived");
  const age = await ageOfOwnLogin(tx, practice.id);
  const born = toDay(record.dateOfBirth);
  const decided = decideInvitation(details.dateOfBirth, born, age, wish, wish.today);
  if (!decided.ok) return decided;
  const known = samePerson(details, await knownWithBirthDate(tx, practice.id, details));
  const login = await loginForGuardian(tx, services, practice, details, known);
  if (login.status === "disabled") throw new RolledBack<Answer>(refused("login_disabled"));
  const isFree = await makeRoom(tx, services, practice.id, wish, login.personId);
  if (!isFree) throw new RolledBack<Answer>(refused("already_guardian"));
  const id = await insertGuardianship(tx, services, actor, wish, login);
  if (login.status === "active") {
    await joinAsGuardian(tx, services, practice.id, login);
    await tellAdded(tx, services, practice.id, login.personId);
    return ok({ id, state: "added" });
  }
  const { personId } = login;
  const link = await linkGuardianIn(tx, services, actor, {
    practice,
    patientId,
    personId,
    deliver,
  });
  if (link.ok) return ok({ id, state: "link", link: link.value });
  if (link.reason === "already_registered" || link.reason === "already_over")
    throw new Error("A login that is only issued cannot be registered");
  throw new RolledBack<Answer>(refused(link.reason, link.detail));
}

/** False when this person is the child's guardian already; one whose last day has passed makes room. */
async function makeRoom(
  tx: Tx,
  services: Services,
  practiceId: string,
  { patientId, today }: Wish,
  guardianPersonId: string,
): Promise<boolean> {
  const live = await tx.guardianship.findFirst({
    where: { practiceId, patientId, guardianPersonId, endedAt: null },
    select: { id: true, untilOn: true },
  });
  if (!live) return true;
  const isPast =
    live.untilOn !== null && Temporal.PlainDate.compare(toDay(live.untilOn), today) <= 0;
  if (isPast) await endGuardianshipIn(tx, services, practiceId, live.id, "until");
  return isPast;
}

async function insertGuardianship(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  { patientId, rights, fromOn, untilOn }: Wish,
  { personId, loginName }: IssuedLogin,
): Promise<string> {
  const { practiceId } = actor;
  const id = services.random.uuid();
  await tx.guardianship.create({
    data: {
      practiceId,
      id,
      patientId,
      guardianPersonId: personId,
      rights,
      fromOn: fromDay(fromOn),
      untilOn: untilOn && fromDay(untilOn),
      invitedAt: fromInstant(services.now),
      invitedByPersonId: actor.personId,
    },
    select: { id: true },
  });
  await recordAudit(tx, services, auditActor(actor), {
    action: "guardian.invited",
    practiceId,
    objectKind: "guardianship",
    objectId: id,
    patientId,
    detail: {
      guardian: loginName,
      rights,
      fromOn: fromOn.toString(),
      untilOn: untilOn?.toString() ?? null,
    },
  });
  return id;
}

async function tellAdded(tx: Tx, services: Services, practiceId: string, personId: string) {
  const login = await guardianLogin(tx, practiceId, personId);
  if (!login || login.email === null) return;
  const { email: to, language } = login;
  await queueMail(tx, services, { purpose: "guardian_added", practiceId, to, language, personId });
}

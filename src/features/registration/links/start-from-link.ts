import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { toDay } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { isLikelyBirthDate } from "@/domain/registration/likely-birth-date";
import type { Outcome } from "@/domain/registration/outcome";
import { firstStep } from "@/domain/registration/steps";
import { ok, type Result, refused } from "@/domain/result";
import { admitText } from "@/features/access/codes/sms-cap";
import { atLeastFloor } from "@/features/access/login/failure-floor";
import { type PracticeFacts, practiceById } from "@/features/practices/current-practice";
import type { Services } from "@/server/services";
import { makeCode } from "../code/make-code";
import { insertRegistrationIn } from "../details/insert-registration";
import type { Started, StartRefusal } from "../details/started";
import { recordFailure } from "../failed/failed-registration";
import { isMobileUsable } from "../logins/link-mobile";
import { countLinkStart, countUnverifiedText } from "../text-limits";
import { type FoundLink, findLoginLink } from "./login-link-token";
import { startFromInvitation } from "./start-from-invitation";

interface Opening {
  readonly token: string;
  readonly dateOfBirth: Temporal.PlainDate;
}

const recordFields = {
  id: true,
  firstName: true,
  lastName: true,
  dateOfBirth: true,
  email: true,
  mobilePhone: true,
  homePhone: true,
  workPhone: true,
  loginId: true,
  portalStatus: true,
  archivedAt: true,
} as const;

/**
 * R7, S9: opens registration, or password set-up for somebody registered, with a login link and the birth date. The
 * code goes to the record's own mobile. A wrong birth date gets the same code screen and no text (S2); the link is
 * used up only when the code was right.
 */
export async function startFromLink(
  services: Services,
  opening: Opening,
): Promise<Result<Started, StartRefusal>> {
  const link = await findLoginLink(services, opening.token);
  if (!link) return refused("link_unknown");
  const practice = await practiceById(services, link.practiceId);
  if (!practice) return refused("link_unknown");
  const today = services.now.toZonedDateTimeISO(practice.zone).toPlainDate();
  if (!isLikelyBirthDate(opening.dateOfBirth, today)) return refused("birth_date_unlikely");
  if (link.guardianLoginId !== null) {
    return startFromInvitation(services, practice, link, opening.dateOfBirth);
  }
  if (!link.use.ok) {
    if (link.use.reason === "link_expired") await listExpired(services, link, opening);
    return link.use;
  }
  const tries = await countLinkStart(services, link.loginLinkId);
  if (!tries.ok) return tries;
  return atLeastFloor(() => begin(services, practice, link, opening));
}

async function begin(
  services: Services,
  practice: PracticeFacts,
  link: FoundLink,
  { dateOfBirth }: Opening,
): Promise<Result<Started, StartRefusal>> {
  const { practiceId, loginLinkId } = link;
  const record = await inPractice(services.db, practiceId, (tx) => recordOf(tx, link));
  if (record.mobilePhone !== null) {
    const within = await countUnverifiedText(services, record.mobilePhone);
    if (!within.ok) return within;
  }
  return inPractice<Result<Started, StartRefusal>>(services.db, practiceId, async (tx) => {
    const admitted = await admitText(tx, services, practiceId);
    if (!admitted.ok) return admitted;
    const fits =
      toDay(record.dateOfBirth).equals(dateOfBirth) &&
      record.archivedAt === null &&
      record.mobilePhone !== null &&
      (await isMobileUsable(tx, services, record.loginId));
    const outcome = fits ? whatFor(record.portalStatus) : "mismatch";
    const made = await insertRegistrationIn(tx, services, {
      practiceId,
      step: firstStep("link"),
      outcome,
      firstName: record.firstName,
      lastName: record.lastName,
      dateOfBirth,
      email: record.email ?? "",
      mobile: record.mobilePhone ?? "",
      patientId: record.id,
      loginId: outcome === "password_setup" ? record.loginId : null,
      loginLinkId,
    });
    await makeCode(tx, services, {
      id: made.id,
      practiceId,
      mobile: record.mobilePhone ?? "",
      outcome,
      patientId: record.id,
      language: practice.language,
    });
    if (!fits) await listMisfit(tx, services, link, record, dateOfBirth);
    return ok({ step: "code", token: made.token, practice: practice.shortName });
  });
}

function whatFor(portalStatus: "none" | "invited" | "registered"): Outcome {
  return portalStatus === "registered" ? "password_setup" : "link";
}

function recordOf(tx: Tx, { practiceId, patientId }: FoundLink) {
  return tx.patient.findUniqueOrThrow({
    where: { practiceId_id: { practiceId, id: patientId } },
    select: recordFields,
  });
}

/** R8: what staff can repair, an archived record or a number outside the mobile field; a mistyped date is no one's. */
async function listMisfit(
  tx: Tx,
  services: Services,
  link: FoundLink,
  record: Awaited<ReturnType<typeof recordOf>>,
  dateOfBirth: Temporal.PlainDate,
): Promise<void> {
  const elsewhere = record.homePhone ?? record.workPhone;
  const cause =
    record.archivedAt !== null
      ? "archived"
      : record.mobilePhone === null && elsewhere !== null
        ? "wrong_number_field"
        : null;
  if (cause === null) return;
  await recordFailure(tx, services, {
    practiceId: link.practiceId,
    cause,
    patientId: record.id,
    firstName: record.firstName,
    lastName: record.lastName,
    dateOfBirth,
    email: record.email ?? "",
    mobile: elsewhere ?? record.mobilePhone ?? "",
  });
}

/** R8: staff see that somebody came too late, once per patient until it is repaired. */
async function listExpired(
  services: Services,
  link: FoundLink,
  { dateOfBirth }: Opening,
): Promise<void> {
  const { practiceId, patientId } = link;
  await inPractice(services.db, practiceId, async (tx) => {
    const listed = await tx.failedRegistration.count({
      where: { practiceId, patientId, cause: "link_expired", repairedAt: null },
    });
    if (listed > 0) return;
    const record = await recordOf(tx, link);
    await recordFailure(tx, services, {
      practiceId,
      cause: "link_expired",
      patientId,
      firstName: record.firstName,
      lastName: record.lastName,
      dateOfBirth,
      email: record.email ?? "",
      mobile: record.mobilePhone ?? "",
    });
  });
}

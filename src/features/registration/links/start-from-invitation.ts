import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { inPractice } from "@/db/transaction";
import { firstStep } from "@/domain/registration/steps";
import { ok, type Result, refused } from "@/domain/result";
import { admitText } from "@/features/access/codes/sms-cap";
import { atLeastFloor } from "@/features/access/login/failure-floor";
import type { PracticeFacts } from "@/features/practices/current-practice";
import type { Services } from "@/server/services";
import { makeCode } from "../code/make-code";
import { insertRegistrationIn } from "../details/insert-registration";
import type { Started, StartRefusal } from "../details/started";
import { guardianLogin } from "../logins/guardian-login";
import { countLinkStart, countUnverifiedText } from "../text-limits";
import type { FoundLink } from "./login-link-token";

/**
 * R10: opens a guardian's registration with the invitation's link and their own birth date. The code goes to the mobile
 * staff were given. A wrong date, or an invitation taken back, gets the same code screen and no text (S2).
 */
export async function startFromInvitation(
  services: Services,
  practice: PracticeFacts,
  link: FoundLink,
  dateOfBirth: Temporal.PlainDate,
): Promise<Result<Started, StartRefusal>> {
  if (!link.use.ok) return link.use;
  const tries = await countLinkStart(services, link.loginLinkId);
  if (!tries.ok) return tries;
  return atLeastFloor(() => begin(services, practice, link, dateOfBirth));
}

async function begin(
  services: Services,
  practice: PracticeFacts,
  { practiceId, loginLinkId, guardianLoginId }: FoundLink,
  dateOfBirth: Temporal.PlainDate,
): Promise<Result<Started, StartRefusal>> {
  const guardian = await inPractice(services.db, practiceId, (tx) =>
    invitedGuardian(tx, practiceId, guardianLoginId ?? ""),
  );
  if (!guardian) return refused("link_unknown");
  const { mobile } = guardian;
  const within = await countUnverifiedText(services, mobile);
  if (!within.ok) return within;
  return inPractice<Result<Started, StartRefusal>>(services.db, practiceId, async (tx) => {
    const admitted = await admitText(tx, services, practiceId);
    if (!admitted.ok) return admitted;
    const fits =
      guardian.status === "issued" &&
      guardian.dateOfBirth?.equals(dateOfBirth) === true &&
      (await hasChild(tx, practiceId, guardian.personId));
    const outcome = fits ? "link" : "mismatch";
    const made = await insertRegistrationIn(tx, services, {
      practiceId,
      step: firstStep("link"),
      outcome,
      firstName: guardian.firstName,
      lastName: guardian.lastName,
      dateOfBirth,
      email: guardian.email,
      mobile,
      guardianId: guardian.personId,
      loginId: guardian.loginId,
      loginLinkId,
    });
    await makeCode(tx, services, {
      id: made.id,
      practiceId,
      mobile,
      outcome,
      patientId: null,
      language: practice.language,
    });
    return ok({ step: "code", token: made.token, practice: practice.shortName });
  });
}

async function invitedGuardian(tx: Tx, practiceId: string, loginId: string) {
  const login = await identityIn(tx).login.findUnique({
    where: { id: loginId },
    select: { personId: true },
  });
  const guardian = login && (await guardianLogin(tx, practiceId, login.personId));
  if (!guardian || guardian.email === null || guardian.mobile === null) return null;
  return { ...guardian, email: guardian.email, mobile: guardian.mobile };
}

/** Whether anybody is left whom this guardian was invited for. */
export async function hasChild(tx: Tx, practiceId: string, personId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ has: boolean }[]>`
    select exists (select from tenant.guardianship g
      join tenant.patient p on p.practice_id = g.practice_id and p.id = g.patient_id and p.archived_at is null
      join identity.practice c on c.id = g.practice_id
      where g.practice_id = ${practiceId}::uuid and g.guardian_person_id = ${personId}::uuid and g.ended_at is null
        and (g.until_on is null or g.until_on > (app_now() at time zone c.zone)::date)) as has`;
  return row?.has ?? false;
}

import { identityOf } from "@/db/identity";
import { inPractice } from "@/db/transaction";
import type { RegistrationStep } from "@/domain/registration/steps";
import { ok, type Refused, type Result, refused } from "@/domain/result";
import type { VisitorActor } from "@/features/access/actors";
import {
  type CheckPasswordRefusal,
  checkPassword,
  passwordOwner,
} from "@/features/access/passwords/check-password";
import { practiceById } from "@/features/practices/current-practice";
import type { Services } from "@/server/services";
import { auditStep } from "../audit-step";
import { mailEmailLink } from "../email/mail-email-link";
import { leaveToPractice } from "../failed/leave-to-practice";
import { moveOn, ownRegistration, type Registration } from "../own-registration";
import type { newPasswordRefusals } from "../refusals";
import { setUpPassword } from "./set-up-password";

type CreateRefusal = keyof typeof newPasswordRefusals;
type Done = { readonly step: RegistrationStep; readonly loginName?: string };

/**
 * R2, R16: the password, judged by S1 and kept as its hash; the link goes to the e-mail address (R3). For somebody
 * registered, on a login link's way, it replaces the password at once (R7).
 */
export async function createPassword(
  services: Services,
  actor: VisitorActor,
  input: { readonly password: string },
): Promise<Result<Done, CreateRefusal>> {
  const own = await ownRegistration(services, actor.cookies, "create_password");
  if (!own.ok) return own;
  const { registration, next } = own.value;
  const practice = await practiceById(services, registration.practiceId);
  if (!practice) return refused("no_registration");
  const owner = passwordOwner({
    ...registration,
    loginName: await loginNameOf(services, registration),
    practiceName: practice.name,
    practiceShortName: practice.shortName,
  });
  const checked = await checkPassword(input.password, owner);
  if (!checked.ok) return registration.path === "self" ? inKnownWords(checked) : checked;
  const hashed = await services.passwords.hash(checked.value);
  if (!hashed.ok) return hashed;
  if (registration.path === "password_setup") {
    const done = await setUpPassword(services, registration, next, hashed.value);
    if (!done.ok && done.reason === "practice_decides")
      await leaveToPractice(services, registration);
    return done;
  }
  return keepHash(services, registration, next, hashed.value, practice.language);
}

async function keepHash(
  services: Services,
  registration: Registration,
  next: RegistrationStep,
  passwordHash: string,
  language: string,
): Promise<Result<Done, CreateRefusal>> {
  return inPractice<Result<Done, CreateRefusal>>(
    services.db,
    registration.practiceId,
    async (tx) => {
      if (!(await moveOn(tx, services, registration, next, { passwordHash }))) {
        return refused("wrong_step", { step: next });
      }
      await mailEmailLink(tx, services, registration, language);
      await auditStep(tx, services, registration, { action: "registration.password_created" });
      return ok({ step: next });
    },
  );
}

/** Who registers without a link has not seen a login name yet, which is made of the name. */
function inKnownWords(refusal: Refused<CheckPasswordRefusal>): Refused<CheckPasswordRefusal> {
  const { reason, detail } = refusal;
  return detail?.found === "loginName" ? refused(reason, { ...detail, found: "name" }) : refusal;
}

/** The name issued with the record, where there is one: no password may be made of it (S1). */
async function loginNameOf(
  services: Services,
  { practiceId, patientId }: Registration,
): Promise<string | undefined> {
  if (patientId === null) return undefined;
  const record = await inPractice(services.db, practiceId, (tx) =>
    tx.patient.findUnique({
      where: { practiceId_id: { practiceId, id: patientId } },
      select: { loginId: true },
    }),
  );
  if (!record?.loginId) return undefined;
  const login = await identityOf(services.db).login.findUnique({
    where: { id: record.loginId },
    select: { loginName: true },
  });
  return login?.loginName;
}

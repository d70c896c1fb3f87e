import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant, toDay } from "@/db/time";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { normalizePassword } from "@/domain/access/password-rules";
import { ok, type Result, refused } from "@/domain/result";
import {
  type CheckPasswordRefusal,
  checkPassword,
  passwordOwner,
} from "@/features/access/check-password";
import {
  authenticatorBinding,
  authenticatorUri,
  newAuthenticatorSecret,
} from "@/features/access/totp";
import { recordAudit } from "@/features/audit/record-audit";
import { seal } from "@/security/sealing";
import type { Services } from "@/server/services";
import { findSetUp, type SetUp, type SetUpLinkRefusal } from "./find-set-up";
import { qrPicture } from "./qr-picture";

export type ChoosePasswordRefusal =
  | SetUpLinkRefusal
  | "passwords_differ"
  | "busy"
  | CheckPasswordRefusal;

/** What an authenticator app needs: the secret to type, its address, and the address as a picture to scan. */
export interface AuthenticatorOffered {
  readonly secret: string;
  readonly uri: string;
  /** A data address of an SVG. */
  readonly picture: string;
}

type Answer = Result<AuthenticatorOffered, ChoosePasswordRefusal>;

/**
 * S22, the first step of a set-up link: the password, judged by S1, and a new authenticator to be proved. Neither works
 * before the second step, and the link is used up by that one alone.
 */
export async function choosePassword(
  services: Services,
  _visitor: unknown,
  input: { readonly token: string; readonly password: string; readonly passwordAgain: string },
): Promise<Answer> {
  const found = await findSetUp(services, input.token);
  if (!found.ok) return found;
  const { login } = found.value;
  if (normalizePassword(input.password) !== normalizePassword(input.passwordAgain))
    return refused("passwords_differ");
  const checked = await checkPassword(input.password, ownerOf(login));
  if (!checked.ok) return checked;
  const hashed = await services.passwords.hash(checked.value);
  if (!hashed.ok) return hashed;
  return inPracticeOrNothing<Answer>(services.db, login.homePracticeId, async (tx) => {
    const identity = identityIn(tx);
    await tx.$executeRaw`select from identity.login where id = ${login.id}::uuid for update`;
    const still = await findSetUp(services, input.token, identity);
    if (!still.ok) throw new RolledBack(still);
    const changedAt = fromInstant(services.now);
    await identity.credential.upsert({
      where: { loginId: login.id },
      create: { loginId: login.id, passwordHash: hashed.value, changedAt },
      update: { passwordHash: hashed.value, changedAt },
      select: { loginId: true },
    });
    await recordAudit(
      tx,
      services,
      { personId: login.personId, loginId: login.id },
      { action: "set_up.password_chosen", practiceId: login.homePracticeId },
    );
    return ok(await offerAuthenticator(tx, services, login));
  });
}

/** One unproved authenticator at a time: a second tab's replaces the first one's. */
async function offerAuthenticator(
  tx: Tx,
  services: Services,
  login: SetUp,
): Promise<AuthenticatorOffered> {
  const { env, random, now } = services;
  const identity = identityIn(tx);
  await identity.factor.deleteMany({
    where: { loginId: login.id, kind: "totp", confirmedAt: null },
  });
  const id = random.uuid();
  const secret = newAuthenticatorSecret(services);
  await identity.factor.create({
    data: {
      id,
      loginId: login.id,
      kind: "totp",
      sealedSecret: seal(env.sealingKeys, random, authenticatorBinding(id), secret),
      createdAt: fromInstant(now),
    },
    select: { id: true },
  });
  const uri = authenticatorUri(secret, login.homePractice.name, login.loginName);
  return { secret, uri, picture: qrPicture(uri) };
}

function ownerOf({ person, homePractice, loginName, email }: SetUp) {
  return passwordOwner({
    loginName,
    firstName: person.firstName,
    lastName: person.lastName,
    preferredName: person.preferredName,
    email,
    dateOfBirth: person.dateOfBirth && toDay(person.dateOfBirth),
    practiceName: homePractice.name,
    practiceShortName: homePractice.shortName,
  });
}

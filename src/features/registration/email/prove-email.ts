import type { Tx } from "@/db/client";
import { identityIn, identityOf } from "@/db/identity";
import { fromDay, fromInstant, toInstant } from "@/db/time";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { nextStep, type RegistrationStep } from "@/domain/registration/steps";
import { ok, type Result, refused } from "@/domain/result";
import type { VisitorActor } from "@/features/access/actors";
import { isSameSecret, isTokenShaped, newToken, tokenDigest } from "@/security/tokens";
import type { Services } from "@/server/services";
import { auditStep } from "../audit-step";
import { isOver, type Registration, registrationById } from "../own-registration";
import type { emailProofRefusals } from "../refusals";
import { countPasswordTry } from "../text-limits";
import { proofOf, proveAgain } from "./prove-again";

type ProofRefusal = keyof typeof emailProofRefusals;

export interface Proved {
  readonly step: RegistrationStep;
  /** The cookie of the browser the registration goes on in; null when it has it already. */
  readonly token: string | null;
}

/** A mailed link: what it proves, and for which registration (R3). */
export interface MailLink {
  readonly tokenId: string;
  readonly email: string;
  readonly registration: Registration;
}

/** The registration a mailed link belongs to, while the link still works. Looking consumes nothing (R3). */
export async function findMailLink(
  services: Services,
  token: string,
): Promise<Result<MailLink, "mail_link_unknown" | "mail_link_used" | "mail_link_expired">> {
  if (!isTokenShaped(token)) return refused("mail_link_unknown");
  const row = await identityOf(services.db).token.findUnique({
    where: { digest: tokenDigest(token) },
    select: {
      id: true,
      purpose: true,
      subjectId: true,
      email: true,
      expiresAt: true,
      usedAt: true,
      replacedAt: true,
    },
  });
  if (row?.purpose !== "registration_email" || row.subjectId === null) {
    return refused("mail_link_unknown");
  }
  if (row.usedAt !== null) return refused("mail_link_used");
  const isPast = toInstant(row.expiresAt).epochMilliseconds <= services.now.epochMilliseconds;
  if (row.replacedAt !== null || isPast) return refused("mail_link_expired");
  const registration = await registrationById(services, row.subjectId);
  if (!registration || isOver(registration, services.now)) return refused("mail_link_expired");
  return ok({ tokenId: row.id, email: row.email ?? registration.email, registration });
}

/**
 * R3, S2: the mailed token with the password created before. The token is used up and the registration goes on in this
 * browser; the one it was begun in shows "continued elsewhere". Sent again because the answer was lost, it is answered.
 */
export async function proveEmail(
  services: Services,
  actor: VisitorActor,
  input: { readonly token: string; readonly password: string },
): Promise<Result<Proved, ProofRefusal>> {
  const found = await findMailLink(services, input.token);
  if (!found.ok) {
    const isSentAgain = found.reason === "mail_link_used";
    return (isSentAgain && (await proveAgain(services, input))) || found;
  }
  const link = found.value;
  const { registration } = link;
  const next = nextStep(registration.path, registration.step, "prove_email");
  if (!next.ok || registration.movedAt !== null) return refused("mail_link_used");
  const within = await countPasswordTry(services, registration.id);
  if (!within.ok) return within;
  const verified = await services.passwords.verify(registration.passwordHash, input.password);
  if (!verified.ok) return verified;
  if (!verified.value.matches) return refused("wrong_password");
  const { practiceId } = registration;
  return inPracticeOrNothing<Result<Proved, ProofRefusal>>(services.db, practiceId, async (tx) => {
    const usedAt = fromInstant(services.now);
    const { count } = await identityIn(tx).token.updateMany({
      where: { id: link.tokenId, usedAt: null, replacedAt: null },
      data: { usedAt },
    });
    if (count === 0) return refused("mail_link_used");
    const going = { registration, step: next.value, mailToken: input.token };
    const token = await goOnHere(tx, services, going, actor.cookies);
    const detail = { inAnotherBrowser: token !== null };
    await auditStep(tx, services, registration, { action: "registration.email_confirmed", detail });
    return ok({ step: next.value, token });
  });
}

interface Going {
  readonly registration: Registration;
  readonly step: RegistrationStep;
  readonly mailToken: string;
}

async function goOnHere(
  tx: Tx,
  services: Services,
  { registration, step, mailToken }: Going,
  cookies: ReadonlyMap<string, string>,
): Promise<string | null> {
  const identity = identityIn(tx);
  const emailConfirmedAt = fromInstant(services.now);
  const cookie = cookies.get("registration") ?? "";
  const isSameBrowser = isSameSecret(tokenDigest(cookie), registration.cookieDigest);
  const { count } = await identity.registration.updateMany({
    where: { id: registration.id, step: "email", movedAt: null },
    data: isSameBrowser
      ? { step, emailConfirmedAt, ...proofOf(services, mailToken) }
      : // The row stays for its own browser; what goes on is a row of its own, with the password in it.
        { movedAt: emailConfirmedAt, passwordHash: null },
  });
  if (count === 0) throw new RolledBack(refused("mail_link_used"));
  if (isSameBrowser) return null;
  const { token, digest } = newToken(services.random);
  const { path: _path, movedAt: _movedAt, ...kept } = registration;
  const { codeVerifiedAt } = await identity.registration.findUniqueOrThrow({
    where: { id: registration.id },
    select: { codeVerifiedAt: true },
  });
  await identity.registration.create({
    data: {
      ...kept,
      id: services.random.uuid(),
      cookieDigest: digest,
      step,
      dateOfBirth: fromDay(kept.dateOfBirth),
      createdAt: fromInstant(kept.createdAt),
      expiresAt: fromInstant(kept.expiresAt),
      codeVerifiedAt,
      emailConfirmedAt,
      ...proofOf(services, mailToken),
    },
    select: { id: true },
  });
  return token;
}

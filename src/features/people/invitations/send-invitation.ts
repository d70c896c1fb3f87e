import type { Tx } from "@/db/client";
import type { Role } from "@/db/generated/enums";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import type { ClinicActor } from "@/features/access/actors";
import { lockLoginNames } from "@/features/access/login-names";
import { queueMail } from "@/features/notifications/queue-delivery";
import type { Services } from "@/server/services";
import { issueSetUpLink } from "../issue-set-up-link";
import { type ColleagueWish, makeLogin } from "../make-login";
import { findInvitedLogin, type InvitedLogin } from "./find-invited-login";

interface Waiting extends ColleagueWish {
  readonly id: string;
  readonly emailFolded: string;
  readonly role: Role;
}

/**
 * A new link for an invitation, by mail; older ones die. Whose login it opens, an existing one's or a new one's, shows
 * nowhere at the practice (R12). The caller has locked the practice's people.
 */
export async function sendInvitation(
  tx: Tx,
  services: Services,
  { practiceId }: Pick<ClinicActor, "practiceId">,
  waiting: Waiting,
  practice: { readonly language: string },
): Promise<void> {
  await lockLoginNames(tx);
  const { id, email, emailFolded } = waiting;
  const known = await findInvitedLogin(tx, practiceId, emailFolded);
  if (known?.isUnused) await correct(tx, known, waiting);
  const login =
    known ??
    (await makeLogin(
      tx,
      services,
      { id: practiceId, language: practice.language },
      { ...waiting, loginName: null },
    ));
  const { token, expiresAt } = await issueSetUpLink(tx, services, {
    loginId: login.loginId,
    practiceId,
    subjectId: id,
  });
  await tx.invitation.update({
    where: { practiceId_id: { practiceId, id } },
    data: { expiresAt: fromInstant(expiresAt) },
    select: { id: true },
  });
  await queueMail(tx, services, {
    purpose: "colleague_invitation",
    practiceId,
    to: email,
    language: practice.language,
    secret: token,
    expiresAt,
  });
}

/** What was typed the last time. */
async function correct(
  tx: Tx,
  { loginId, personId }: InvitedLogin,
  { firstName, lastName, email, mobile }: ColleagueWish,
): Promise<void> {
  const identity = identityIn(tx);
  await identity.person.update({
    where: { id: personId },
    data: { firstName, lastName },
    select: { id: true },
  });
  await identity.login.update({
    where: { id: loginId },
    data: { email, mobile },
    select: { id: true },
  });
}

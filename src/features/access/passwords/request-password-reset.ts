import type { Tx } from "@/db/client";
import { identityIn, identityOf } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { foldLoginName } from "@/domain/access/login-name";
import { ok, type Result } from "@/domain/result";
import { recordAudit } from "@/features/audit/record-audit";
import { queueMail } from "@/features/notifications/queue-delivery";
import { newToken } from "@/security/tokens";
import type { Services } from "@/server/services";
import { lockLoginRow } from "../lock-login";
import { atLeastFloor } from "../login/failure-floor";

/** S7. */
export const RESET_MINUTES = 30;
/** Logins one mail may list; families share addresses, hundreds do not. */
const MAX_LOGINS = 10;

interface Account {
  readonly id: string;
  readonly personId: string;
  readonly homePracticeId: string;
  readonly loginName: string;
  readonly email: string;
  readonly language: string;
}

/**
 * Sends one mail that lists every login of the address, each with its link (R15, S7). The answer is the same, and takes
 * as long, whether the address is known or not (S6); above three mails an hour a login is left out silently.
 */
export function requestPasswordReset(
  services: Services,
  _visitor: unknown,
  input: { readonly email: string },
): Promise<Result<{ requested: true }, never>> {
  return atLeastFloor(async () => {
    const accounts = await accountsOf(services, foldLoginName(input.email));
    const first = accounts[0];
    if (first) {
      await inPractice(services.db, first.homePracticeId, (tx) =>
        mailLinks(tx, services, first, accounts),
      );
    }
    return ok({ requested: true as const });
  });
}

async function accountsOf({ db }: Services, emailFolded: string): Promise<Account[]> {
  const logins = await identityOf(db).login.findMany({
    where: { emailFolded, emailVerifiedAt: { not: null }, status: "active" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: MAX_LOGINS,
    select: {
      id: true,
      personId: true,
      homePracticeId: true,
      loginName: true,
      email: true,
      person: { select: { language: true } },
    },
  });
  return logins.flatMap(({ person, email, ...login }) =>
    email === null ? [] : [{ ...login, email, language: person.language }],
  );
}

async function mailLinks(
  tx: Tx,
  services: Services,
  first: Account,
  accounts: readonly Account[],
): Promise<void> {
  const links: { account: Account; token: string }[] = [];
  for (const account of accounts) {
    const token = await freshToken(tx, services, account);
    if (token !== null) links.push({ account, token });
  }
  if (links.length === 0) return;
  await queueMail(tx, services, {
    purpose: "password_reset",
    practiceId: first.homePracticeId,
    to: first.email,
    language: first.language,
    personId: first.personId,
    values: { loginNames: links.map(({ account }) => account.loginName).join(" ") },
    secret: links.map(({ token }) => token).join(" "),
    expiresAt: services.now.add({ minutes: RESET_MINUTES }),
  });
  for (const { account } of links) await auditRequest(tx, services, account);
}

/** In the log of the login's own practice, which the transaction then works for (S12, S19). */
async function auditRequest(tx: Tx, services: Services, account: Account): Promise<void> {
  const { id: objectId, homePracticeId: practiceId } = account;
  await tx.$executeRaw`select set_config('app.practice_id', ${practiceId}, true)`;
  await recordAudit(
    tx,
    services,
    {},
    { action: "password_reset.requested", practiceId, objectKind: "login", objectId },
  );
}

/** A token that replaces the login's earlier one, or null when the login had its mails of this hour. */
async function freshToken(tx: Tx, services: Services, account: Account): Promise<string | null> {
  const { now, random, limits } = services;
  const identity = identityIn(tx);
  const at = fromInstant(now);
  await lockLoginRow(tx, account.id);
  const own = { loginId: account.id, purpose: "password_reset" } as const;
  const thisHour = await identity.token.count({
    where: { ...own, createdAt: { gt: fromInstant(now.subtract({ hours: 1 })) } },
  });
  if (thisHour >= limits.resetMailsPerLoginHour) return null;
  await identity.token.updateMany({
    where: { ...own, usedAt: null, replacedAt: null },
    data: { replacedAt: at },
  });
  const { token, digest } = newToken(random);
  await identity.token.create({
    data: {
      ...own,
      id: random.uuid(),
      digest,
      practiceId: account.homePracticeId,
      createdAt: at,
      expiresAt: fromInstant(now.add({ minutes: RESET_MINUTES })),
    },
    select: { id: true },
  });
  return token;
}

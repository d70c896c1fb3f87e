import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { keyedDigest } from "@/security/keyed-digest";
import type { Services } from "@/server/services";

const digestOf = ({ env }: Pick<Services, "env">, loginName: string) =>
  keyedDigest(env.hmacKey, "erased-login-name", loginName);

/** Until the transaction ends nobody else gives a login name out, or takes one (R12). */
export async function lockLoginNames(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('login-names', 0))`;
}

/** R12: somebody had this name and has it no more: it was changed, or its login was erased. */
export async function wasLoginName(
  tx: Tx,
  services: Pick<Services, "env">,
  loginName: string,
): Promise<boolean> {
  const identity = identityIn(tx);
  const retired = await identity.retiredLoginName.count({ where: { loginName } });
  if (retired > 0) return true;
  const digest = digestOf(services, loginName);
  return (await identity.erasedLoginName.count({ where: { digest } })) > 0;
}

/** R12: a name that somebody has or had is never given out; the caller holds the lock of login names. */
export async function isLoginNameUsed(
  tx: Tx,
  services: Pick<Services, "env">,
  loginName: string,
): Promise<boolean> {
  const used = await identityIn(tx).login.count({ where: { loginName } });
  return used > 0 || wasLoginName(tx, services, loginName);
}

/** S23: of an erased login's name only the keyed digest stays, so that nobody else gets the name. */
export async function keepErasedName(
  tx: Tx,
  services: Pick<Services, "env" | "now">,
  loginName: string,
): Promise<void> {
  const erasedAt = fromInstant(services.now);
  await identityIn(tx).erasedLoginName.create({
    data: { digest: digestOf(services, loginName), erasedAt },
    select: { digest: true },
  });
}

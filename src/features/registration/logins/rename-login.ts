import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { parseLoginName } from "@/domain/access/login-name";
import { ok, type Result, refused } from "@/domain/result";
import { isLoginNameUsed, lockLoginNames } from "@/features/access/login-names";
import type { Services } from "@/server/services";
import { issueLogin } from "./issue-login";

export type RenameRefusal = "login_name_shape" | "login_name_taken" | "login_name_registered";

/**
 * R12: staff change a login name before registration; a record without one is issued its login now. The former name is
 * never used again. The record's row must be locked. Answers the names, equal when nothing changed.
 */
export async function renameLogin(
  tx: Tx,
  services: Services,
  record: Parameters<typeof issueLogin>[2],
  typed: string,
  language: string,
): Promise<Result<{ before: string; after: string }, RenameRefusal>> {
  const name = parseLoginName(typed);
  if (!name.ok) return refused("login_name_shape");
  const login = await issueLogin(tx, services, record, language);
  const names = { before: login.loginName, after: name.value };
  if (names.before === names.after) return ok(names);
  if (login.status !== "issued") return refused("login_name_registered");
  await lockLoginNames(tx);
  if (await isLoginNameUsed(tx, services, names.after)) return refused("login_name_taken");
  const identity = identityIn(tx);
  await identity.login.update({
    where: { id: login.loginId },
    data: { loginName: names.after },
    select: { id: true },
  });
  if (record.loginId !== null) {
    await identity.retiredLoginName.create({
      data: { loginName: names.before, retiredAt: fromInstant(services.now) },
      select: { loginName: true },
    });
  }
  return ok(names);
}

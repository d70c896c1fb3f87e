import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { type LoginNameRefusal, parseLoginName } from "@/domain/access/login-name";
import { ok, type Result, refused } from "@/domain/result";
import { endEverything } from "@/features/access/end-everything";
import { lockLoginNames, wasLoginName } from "@/features/access/login-names";
import { recordAudit } from "@/features/audit/record-audit";
import { type PracticeFacts, practiceByShortName } from "@/features/practices/current-practice";
import type { Services } from "@/server/services";
import { issueSetUpLink } from "./issue-set-up-link";
import {
  type ColleagueWish,
  type ColleagueWishRefusal,
  makeLogin,
  readColleague,
} from "./make-login";

export interface AdminWish extends ColleagueWish {
  readonly practice: string;
  /** Left out or empty: made from the names (R12). */
  readonly loginName?: string | undefined;
}

export type InviteAdminRefusal =
  | LoginNameRefusal
  | ColleagueWishRefusal
  | "practice_unknown"
  | "login_name_taken";

export interface AdminInvited {
  readonly loginName: string;
  readonly practiceName: string;
  readonly token: string;
  readonly expiresAt: Services["now"];
  /** The person was an admin here already: what they had set up no longer works. */
  readonly again: boolean;
}

type Wanted = ColleagueWish & { readonly loginName: string | null };

/**
 * S22: an admin of a practice, made from the command line, with a one-time link to set up the login. For an admin of
 * this practice it makes a new link and closes the login until that is used: the way back when everything was lost.
 */
export async function inviteAdmin(
  services: Services,
  wish: AdminWish,
): Promise<Result<AdminInvited, InviteAdminRefusal>> {
  const practice = await practiceByShortName(services, wish.practice);
  if (!practice) return refused("practice_unknown");
  const read = readWish(practice, wish);
  if (!read.ok) return read;
  return inPracticeOrNothing<Result<AdminInvited, InviteAdminRefusal>>(
    services.db,
    practice.id,
    async (tx) => {
      await lockLoginNames(tx);
      const known = await adminNamed(tx, services, practice.id, read.value.loginName);
      const login = known ?? (await makeAdmin(tx, services, practice, read.value));
      if (known) await closeUntilSetUp(tx, services, known.loginId);
      const link = await issueSetUpLink(tx, services, {
        loginId: login.loginId,
        practiceId: practice.id,
      });
      await recordAudit(
        tx,
        services,
        { name: "command line" },
        {
          action: "admin.invited",
          practiceId: null,
          objectKind: "login",
          objectId: login.loginId,
          detail: {
            practice: practice.shortName,
            loginName: login.loginName,
            again: known !== null,
          },
        },
      );
      return ok({
        ...link,
        loginName: login.loginName,
        practiceName: practice.name,
        again: known !== null,
      });
    },
  );
}

function readWish(practice: PracticeFacts, wish: AdminWish): Result<Wanted, InviteAdminRefusal> {
  const colleague = readColleague(practice, wish);
  if (!colleague.ok) return colleague;
  const asked = wish.loginName?.trim() ?? "";
  const loginName = asked === "" ? null : parseLoginName(asked);
  if (loginName && !loginName.ok) return loginName;
  return ok({ ...colleague.value, loginName: loginName?.value ?? null });
}

interface AdminLogin {
  readonly loginId: string;
  readonly loginName: string;
}

/** The admin of this practice who has that login name; a name that is somebody else's, or was, is refused (R12). */
async function adminNamed(
  tx: Tx,
  services: Services,
  practiceId: string,
  loginName: string | null,
): Promise<AdminLogin | null> {
  if (loginName === null) return null;
  if (await wasLoginName(tx, services, loginName))
    throw new RolledBack(refused("login_name_taken"));
  const login = await identityIn(tx).login.findUnique({
    where: { loginName },
    select: { id: true, status: true },
  });
  if (!login) return null;
  const admin = await tx.membership.count({
    where: { practiceId, loginId: login.id, role: "admin", endedAt: null },
  });
  if (admin === 0 || login.status === "disabled") throw new RolledBack(refused("login_name_taken"));
  return { loginId: login.id, loginName };
}

async function makeAdmin(
  tx: Tx,
  services: Services,
  practice: PracticeFacts,
  wanted: Wanted,
): Promise<AdminLogin> {
  const { personId, loginId, loginName } = await makeLogin(tx, services, practice, wanted);
  const createdAt = fromInstant(services.now);
  await tx.membership.create({
    data: { practiceId: practice.id, personId, loginId, role: "admin", createdAt },
    select: { id: true },
  });
  return { loginId, loginName };
}

/** Nothing that was set up before opens the login any more. */
async function closeUntilSetUp(tx: Tx, services: Services, loginId: string): Promise<void> {
  await endEverything(tx, services, loginId, "revoked");
  const identity = identityIn(tx);
  await identity.factor.deleteMany({ where: { loginId } });
  // An admin's reset that was mailed before would open the login again once it is set up.
  await identity.token.updateMany({
    where: { loginId, purpose: "factor_reset", usedAt: null, replacedAt: null },
    data: { replacedAt: fromInstant(services.now) },
  });
  await identity.login.update({
    where: { id: loginId },
    data: { status: "issued" },
    select: { id: true },
  });
}

import { identityOf } from "@/db/identity";
import { toInstant } from "@/db/time";
import { resendWaitSeconds } from "@/domain/access/code-sending";
import type { Factor } from "@/domain/access/factors";
import { CODE_TRIES } from "@/domain/access/one-time-code";
import { maskPhone } from "@/lib/phone";
import type { Services } from "@/server/services";
import type { VisitorActor } from "../actors";
import { factorLogin } from "../factors/factor-login";
import { type OpenChallenge, openChallenge } from "./open-challenge";

/** Where the login of this browser stands. `spent`: no tries are left for the code asked for now. */
export type LoginUnderWay =
  | {
      readonly step: "code";
      readonly factor: Factor;
      readonly factors: readonly Factor[];
      readonly hint: string | null;
      readonly resendAfterSeconds: number | null;
      readonly spent: boolean;
    }
  | { readonly step: "locked"; readonly minutes: number }
  | { readonly step: "expired" };

/**
 * The login that the challenge's cookie is in the middle of, for the page opened again (R13): phones drop a tab while the
 * text is read. Sends, counts and uses up nothing (S13). Null: none, or one that is over.
 */
export async function loginUnderWay(
  services: Services,
  visitor: Pick<VisitorActor, "cookies">,
): Promise<LoginUnderWay | null> {
  if (!visitor.cookies.get("challenge")) return null;
  const opened = await openChallenge(services, visitor);
  if (!opened.ok) {
    if (opened.reason === "locked")
      return { step: "locked", minutes: Number(opened.detail?.minutes ?? 1) };
    return opened.reason === "login_expired" ? { step: "expired" } : null;
  }
  const { factor, login } = opened.value;
  const known = await factorLogin(services, login.id);
  if (!known?.factors.includes(factor)) return null;
  const state = await codeStateOf(services, opened.value);
  const hint = factor === "sms" && login.mobile !== null ? maskPhone(login.mobile) : null;
  return { step: "code", factor, factors: known.factors, hint, ...state };
}

async function codeStateOf({ db, now }: Services, { id, factor, purpose }: OpenChallenge) {
  const identity = identityOf(db);
  if (factor !== "sms") {
    const spent = { id, failedCodes: { gte: CODE_TRIES } };
    const count = await identity.loginChallenge.count({ where: spent });
    return { resendAfterSeconds: null, spent: count > 0 };
  }
  const last = await identity.oneTimeCode.findFirst({
    where: { challengeId: id, purpose, replacedAt: null },
    orderBy: { sentAt: "desc" },
    select: { sentAt: true, tries: true },
  });
  if (!last) return { resendAfterSeconds: 0, spent: false };
  return {
    resendAfterSeconds: resendWaitSeconds(toInstant(last.sentAt), now),
    spent: last.tries >= CODE_TRIES,
  };
}

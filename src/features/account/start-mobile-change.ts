import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { SessionActor } from "@/features/access/actors";
import { admitText } from "@/features/access/codes/sms-cap";
import { practiceById } from "@/features/practices/current-practice";
import { type PhoneRefused, readMobile } from "@/features/registration/details/mobile-number";
import { countUnverifiedText } from "@/features/registration/text-limits";
import { formatPhone } from "@/lib/phone";
import type { Services } from "@/server/services";
import { mobileCodeState, RESEND_SECONDS, sendMobileCode } from "./mobile-code";
import { lockedLogin } from "./own-login";

type SendRefusal = "too_many_requests" | "texts_stopped" | "resend_too_soon";
export type StartMobileRefusal = PhoneRefused | SendRefusal | "mobile_same";
export type ResendMobileRefusal = SendRefusal | "no_pending_mobile";

export interface MobilePending {
  /** As people write it. */
  readonly mobile: string;
  readonly resendAfterSeconds: number;
}

/** R17, S8: a code goes to the new number first, within S3's limits for numbers nobody has verified. */
export async function startMobileChange(
  services: Services,
  actor: SessionActor,
  input: { readonly mobile: string },
): Promise<Result<MobilePending, StartMobileRefusal>> {
  const practice = await practiceById(services, actor.practiceId);
  if (!practice) throw new Error("a session's practice is gone");
  const read = await readMobile(services, practice, input.mobile);
  if (!read.ok) return read;
  return send<"mobile_same">(services, actor, async (login) =>
    login.mobileVerifiedAt !== null && login.mobile === read.value
      ? refused("mobile_same")
      : ok(read.value),
  );
}

/** Another code to the same number, 60 seconds after the last one at the earliest; the last one dies (S3). */
export async function resendMobileCode(
  services: Services,
  actor: SessionActor,
): Promise<Result<MobilePending, ResendMobileRefusal>> {
  const pending = await mobileCodeState(services, actor);
  return send<"no_pending_mobile">(services, actor, async () =>
    pending ? ok(pending.mobile) : refused("no_pending_mobile"),
  );
}

async function send<More extends string>(
  services: Services,
  actor: SessionActor,
  numberOf: (login: Awaited<ReturnType<typeof lockedLogin>>) => Promise<Result<string, More>>,
): Promise<Result<MobilePending, More | SendRefusal>> {
  type Answer = Result<MobilePending, More | SendRefusal>;
  return inPractice<Answer>(services.db, actor.practiceId, async (tx) => {
    const login = await lockedLogin(tx, actor.loginId);
    const number = await numberOf(login);
    if (!number.ok) return number;
    const before = await mobileCodeState(services, actor, tx);
    if (before && before.resendAfterSeconds > 0)
      return refused("resend_too_soon", { retryAfterSeconds: before.resendAfterSeconds });
    const within = await countUnverifiedText(services, number.value);
    if (!within.ok) return within;
    const admitted = await admitText(tx, services, actor.practiceId);
    if (!admitted.ok) return admitted;
    await sendMobileCode(tx, services, actor, { mobile: number.value, language: login.language });
    return ok({ mobile: formatPhone(number.value), resendAfterSeconds: RESEND_SECONDS });
  });
}

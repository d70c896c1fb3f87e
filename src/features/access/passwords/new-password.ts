import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { normalizePassword, type PasswordOwner } from "@/domain/access/password-rules";
import { type Result, refused } from "@/domain/result";
import type { Services } from "@/server/services";
import { type CheckPasswordRefusal, checkPassword, passwordRefusals } from "./check-password";

/** What a form with a new password sends: typed twice (R15). */
export interface TypedTwice {
  readonly password: string;
  readonly passwordAgain: string;
}

export type NewPasswordRefusal = CheckPasswordRefusal | "passwords_differ" | "busy";

export const newPasswordRefusals = {
  ...passwordRefusals,
  passwords_differ: {
    status: 422,
    words: "access.refusals.passwords_differ",
    field: "passwordAgain",
  },
  busy: { status: 503, words: "access.refusals.busy" },
} as const;

/** The hash of a new password that was typed the same twice and keeps to R16 and S1. */
export async function hashNewPassword(
  { passwords }: Pick<Services, "passwords">,
  { password, passwordAgain }: TypedTwice,
  owner: PasswordOwner,
): Promise<Result<string, NewPasswordRefusal>> {
  if (normalizePassword(password) !== normalizePassword(passwordAgain))
    return refused("passwords_differ");
  const checked = await checkPassword(password, owner);
  return checked.ok ? passwords.hash(checked.value) : checked;
}

/** Gives a login this password; the one before, if any, is worth nothing from now on. */
export async function keepPassword(
  tx: Tx,
  { now }: Pick<Services, "now">,
  loginId: string,
  passwordHash: string,
): Promise<void> {
  const changedAt = fromInstant(now);
  await identityIn(tx).credential.upsert({
    where: { loginId },
    create: { loginId, passwordHash, changedAt },
    update: { passwordHash, changedAt },
    select: { loginId: true },
  });
}

import { identityOf } from "@/db/identity";
import { fromInstant, toInstant } from "@/db/time";
import { CODE_TRIES, type CodeRefusal, codeState } from "@/domain/access/one-time-code";
import { ok, type Result, refused } from "@/domain/result";
import type { Services } from "@/server/services";

interface CodeBinding {
  /** What the code is worth something in: a registration, a session. */
  readonly challengeId: string;
  readonly purpose: "registration" | "new_mobile";
}

interface CountedCode {
  readonly id: string;
  readonly hmac: Uint8Array;
  /** With this one. */
  readonly tries: number;
  readonly mobile: string;
}

/**
 * S3: counts one try against the code under way, in a statement of its own, before anything is compared. Refuses with
 * what became of the newest code when none works, and with `code_missing` when there was none.
 */
export async function countCodeTry(
  services: Pick<Services, "db" | "now">,
  { challengeId, purpose }: CodeBinding,
): Promise<Result<CountedCode, CodeRefusal | "code_missing">> {
  const identity = identityOf(services.db);
  const now = fromInstant(services.now);
  const rows = await identity.$queryRaw<CountedCode[]>`
    update identity.one_time_code set tries = tries + 1
    where challenge_id = ${challengeId}::uuid and purpose = ${purpose}::identity.code_purpose
      and tries < ${CODE_TRIES} and used_at is null and replaced_at is null and expires_at > ${now}
    returning id, code_hmac as hmac, tries, mobile`;
  if (rows[0]) return ok(rows[0]);
  const newest = await identity.oneTimeCode.findFirst({
    where: { challengeId, purpose },
    orderBy: { sentAt: "desc" },
    select: { expiresAt: true, tries: true, usedAt: true, replacedAt: true },
  });
  if (!newest) return refused("code_missing");
  const state = codeState(
    {
      expiresAt: toInstant(newest.expiresAt),
      tries: newest.tries,
      usedAt: newest.usedAt && toInstant(newest.usedAt),
      replacedAt: newest.replacedAt && toInstant(newest.replacedAt),
    },
    services.now,
  );
  // Replaced between the count and this look: a newer code is on its way.
  return refused(state === "usable" ? "code_replaced" : `code_${state}`);
}

import type { CodePurpose } from "@/db/generated/enums";
import { identityOf } from "@/db/identity";
import { fromInstant, toInstant } from "@/db/time";
import { CODE_TRIES, type CodeRefusal, codeState } from "@/domain/access/one-time-code";
import { ok, type Result, refused } from "@/domain/result";
import type { Services } from "@/server/services";

interface CodeBinding {
  /** What the code is worth something in: a login under way, a registration, a session. */
  readonly challengeId: string;
  readonly purpose: CodePurpose;
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
  const { rows } = await services.db.pool.query<CountedCode>({
    name: "count-code-try",
    text: `update identity.one_time_code set tries = tries + 1
      where challenge_id = $1 and purpose = $4::identity.code_purpose and tries < $2
        and used_at is null and replaced_at is null and expires_at > $3
      returning id, code_hmac as hmac, tries, mobile`,
    values: [challengeId, CODE_TRIES, fromInstant(services.now), purpose],
  });
  if (rows[0]) return ok(rows[0]);
  const newest = await identityOf(services.db).oneTimeCode.findFirst({
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

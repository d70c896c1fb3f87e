import * as z from "zod";
import { ok, type Result, refused } from "@/domain/result";
import type { Env } from "@/env";
import type { Random } from "@/security/random";
import { openSealed, seal } from "@/security/sealing";

const credentials = z.object({ accessToken: z.string().min(1) });
export type PmsCredentials = z.infer<typeof credentials>;

const binding = (practiceId: string) => ({
  table: "pms_connection",
  column: "sealed_credentials",
  rowId: practiceId,
});

/** The columns `sealedCredentials` and `credentialsKeyId` of a practice's connection (S18). */
export function sealPmsCredentials(
  { sealingKeys }: Pick<Env, "sealingKeys">,
  random: Random,
  practiceId: string,
  plain: PmsCredentials,
) {
  return {
    sealedCredentials: seal(sealingKeys, random, binding(practiceId), JSON.stringify(plain)),
    credentialsKeyId: sealingKeys.current.id,
  };
}

/** Refusal `not_readable`: sealed with a key this installation no longer has, or damaged. */
export function openPmsCredentials(
  { sealingKeys }: Pick<Env, "sealingKeys">,
  practiceId: string,
  sealed: Uint8Array,
): Result<PmsCredentials, "not_readable"> {
  const opened = openSealed(sealingKeys, binding(practiceId), sealed);
  if (!opened.ok) return refused("not_readable", { because: opened.reason });
  return ok(credentials.parse(JSON.parse(opened.value)));
}

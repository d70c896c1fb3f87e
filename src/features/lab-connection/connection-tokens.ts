import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { jsonOf } from "@/lib/json-of";
import type { LabTokens } from "@/ports/lab-sign-in";
import { openSealed, type SealBinding, seal } from "@/security/sealing";
import type { Services } from "@/server/services";

const kept = z.strictObject({
  accessToken: z.string(),
  refreshToken: z.string(),
  accessUntilAt: z.iso.datetime({ offset: true }),
});

export interface ConnectionTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly accessUntilAt: Temporal.Instant;
}

const binding = (connectionId: string): SealBinding => ({
  table: "lab_connection",
  column: "sealed_tokens",
  rowId: connectionId,
});

/** Both columns of a connection's tokens, sealed for this row alone (S18). */
export function sealedTokens(
  { env, random, now }: Pick<Services, "env" | "random" | "now">,
  connectionId: string,
  { accessToken, refreshToken, accessTokenLivesSeconds }: LabTokens,
) {
  const accessUntilAt = now.add({ seconds: accessTokenLivesSeconds }).toString();
  const plain = JSON.stringify({ accessToken, refreshToken, accessUntilAt });
  return {
    sealedTokens: seal(env.sealingKeys, random, binding(connectionId), plain),
    tokensKeyId: env.sealingKeys.current.id,
  };
}

/** Null: none are kept, or their key is gone; then only a new sign-in helps. */
export function openTokens(
  { env }: Pick<Services, "env">,
  { id, sealedTokens: sealed }: { readonly id: string; readonly sealedTokens: Uint8Array | null },
): ConnectionTokens | null {
  if (sealed === null) return null;
  const opened = openSealed(env.sealingKeys, binding(id), sealed);
  const read = opened.ok ? kept.safeParse(jsonOf(opened.value)) : null;
  if (!read?.success) return null;
  return { ...read.data, accessUntilAt: Temporal.Instant.from(read.data.accessUntilAt) };
}

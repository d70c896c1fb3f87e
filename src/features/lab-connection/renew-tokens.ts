import type { Temporal } from "temporal-polyfill";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { JobServices } from "@/server/services";
import { type ConnectionTokens, openTokens, sealedTokens } from "./connection-tokens";
import { discoveryUrl, labSignInAt } from "./lab-client";

/** Discovery and renewal end within 30 s each (the adapters' own limits). */
const RENEWAL_SECONDS = 90;

export interface Renewable {
  readonly practiceId: string;
  readonly id: string;
  readonly lab: { readonly key: string; readonly baseUrl: string };
}

/** busy: somebody else renews it now. transient: the lab did not answer as it should; nothing has changed. */
export type RenewalRefusal = "unauthorized" | "transient" | "busy";

/**
 * Renews a connection's tokens, once, however many workers want to (S18). The row lock lasts for two statements only: the
 * first claims the renewal for 90 s, the second stores what the lab gave before anybody goes on with it. In between
 * nothing is locked, so that no transaction waits for a lab. A sign-in meanwhile wins.
 */
export async function renewTokens(
  services: JobServices,
  connection: Renewable,
  /** The access token that no longer serves. */
  former: string,
): Promise<Result<ConnectionTokens, RenewalRefusal>> {
  const { practiceId, id, lab } = connection;
  const claimed = await claim(services, connection, former);
  if (claimed === "busy") return refused("busy");
  if ("fresh" in claimed) return ok(claimed.fresh);
  const { untilAt, sealed, tokens } = claimed;
  const found = await services.outside.lab.discover(discoveryUrl(lab.baseUrl));
  const at = found.ok ? labSignInAt(services, lab.key, found.value.issuer) : null;
  const renewed = at ? await services.labSignIn.renew(at, tokens.refreshToken) : null;
  const given = renewed?.ok ? sealedTokens(services, id, renewed.value) : null;
  const { count } = await inPractice(services.db, practiceId, (tx) =>
    tx.labConnection.updateMany({
      where: { practiceId, id, renewingUntilAt: untilAt, sealedTokens: sealed },
      data: { renewingUntilAt: null, ...given },
    }),
  );
  if (!renewed) return refused("transient");
  if (!renewed.ok) return refused(renewed.reason);
  const opened = given && count === 1 ? openTokens(services, { id, ...given }) : null;
  return opened ? ok(opened) : refused("busy");
}

interface Claim {
  readonly untilAt: Date;
  readonly sealed: Uint8Array<ArrayBuffer>;
  readonly tokens: ConnectionTokens;
}

async function claim(
  services: JobServices,
  { practiceId, id }: Renewable,
  former: string,
): Promise<Claim | { readonly fresh: ConnectionTokens } | "busy"> {
  return inPractice(services.db, practiceId, async (tx) => {
    const [row] = await tx.$queryRaw<
      { sealed: Uint8Array<ArrayBuffer> | null; until: Date | null; at: Date }[]
    >`select sealed_tokens as sealed, renewing_until_at as until, app_now() as at from tenant.lab_connection
      where practice_id = ${practiceId}::uuid and id = ${id}::uuid for update`;
    const sealed = row?.sealed ?? null;
    const tokens = openTokens(services, { id, sealedTokens: sealed });
    if (!row || !sealed || !tokens) return "busy";
    if (tokens.accessToken !== former) return { fresh: tokens };
    const limitAt = new Date(row.at.getTime() + RENEWAL_SECONDS * 1_000);
    // One further ahead than a claim lasts was made before the demo's clock was moved back.
    if (row.until && row.until > row.at && row.until <= limitAt) return "busy";
    await tx.labConnection.updateMany({
      where: { practiceId, id },
      data: { renewingUntilAt: limitAt },
    });
    return { untilAt: limitAt, sealed, tokens };
  });
}

/** An access token that ends within a minute is not begun with. */
export function isOver({ accessUntilAt }: ConnectionTokens, now: Temporal.Instant): boolean {
  return fromInstant(accessUntilAt).getTime() - now.epochMilliseconds < 60_000;
}

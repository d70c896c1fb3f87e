import { TOTP } from "otpauth";
import type { Temporal } from "temporal-polyfill";
import type { Store } from "../store/open-store";

/** The six digits an authenticator shows at `now` (RFC 6238: SHA-1, 30 s), or null for an unknown login name. */
export async function totpCode(
  store: Store,
  loginName: string,
  now: Temporal.Instant,
): Promise<string | null> {
  const [row] = await store.query<{ secret: string }>(
    "select secret from demo.totp where lower(login_name) = lower($1)",
    [loginName],
  );
  if (row === undefined) return null;
  return new TOTP({ secret: row.secret, algorithm: "SHA1", digits: 6, period: 30 }).generate({
    timestamp: now.epochMilliseconds,
  });
}

import { generateKeyPairSync, randomBytes } from "node:crypto";
import type { Store } from "../../store/open-store";

export interface LabKeys {
  readonly jwk: Record<string, unknown>;
  readonly cookieKey: string;
}

/** A lab's keys, made once: tokens and sessions outlive a kill. */
export async function labKeys(store: Store, labKey: string): Promise<LabKeys> {
  const read = () =>
    store.query<{ jwk: Record<string, unknown>; cookie_key: string }>(
      "select jwk, cookie_key from oidc_key where lab_key = $1",
      [labKey],
    );
  const [known] = await read();
  if (known === undefined) {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const jwk = { ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256" };
    await store.query(
      "insert into oidc_key (lab_key, jwk, cookie_key) values ($1, $2, $3) on conflict do nothing",
      [labKey, JSON.stringify(jwk), randomBytes(32).toString("hex")],
    );
  }
  const [row] = known === undefined ? await read() : [known];
  if (row === undefined) throw new Error(`the lab ${labKey} has no keys`);
  return { jwk: row.jwk, cookieKey: row.cookie_key };
}

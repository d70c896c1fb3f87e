import { createECDH } from "node:crypto";

/** As base64url, as web push writes them (RFC 8292). */
export interface VapidKeys {
  readonly privateKey: string;
  /** Browsers bind a subscription to it. */
  readonly publicKey: string;
}

/** The pair of a private key of 32 bytes. Throws for zero and the few numbers beyond the curve's order. */
export function vapidKeys(privateKey: Buffer): VapidKeys {
  const curve = createECDH("prime256v1");
  curve.setPrivateKey(privateKey);
  return {
    privateKey: privateKey.toString("base64url"),
    publicKey: curve.getPublicKey().toString("base64url"),
  };
}

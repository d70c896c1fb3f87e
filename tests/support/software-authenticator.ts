import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

interface Options {
  readonly origin?: string;
  readonly rpId?: string;
  /** The person was recognised by fingerprint, face or PIN. */
  readonly verifies?: boolean;
}

/** A passkey in memory (ES256, no attestation) that answers as a browser would, rightly or as the test wants it. */
export function softwareAuthenticator(options: Options = {}) {
  const { origin = "http://localhost:3000", rpId = "localhost", verifies = true } = options;
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const credentialId = randomBytes(32);
  const jwk = publicKey.export({ format: "jwk" });
  let counter = 0;

  function authenticatorData(flags: number, attested: Uint8Array = Buffer.alloc(0)): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const party = createHash("sha256").update(rpId).digest();
    return Buffer.concat([party, Buffer.from([flags]), count, attested]);
  }

  function clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  const present = verifies ? 0b101 : 0b001;
  const id = credentialId.toString("base64url");
  const common = { id, rawId: id, type: "public-key" as const, clientExtensionResults: {} };
  return {
    id,
    /** Answers `navigator.credentials.create`. */
    create({ challenge }: { challenge: string }) {
      const cose = isoCBOR.encode(
        new Map<number, number | Uint8Array<ArrayBuffer>>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, new Uint8Array(Buffer.from(jwk.x ?? "", "base64url"))],
          [-3, new Uint8Array(Buffer.from(jwk.y ?? "", "base64url"))],
        ]),
      );
      const length = Buffer.alloc(2);
      length.writeUInt16BE(credentialId.length);
      const attested = Buffer.concat([Buffer.alloc(16), length, credentialId, cose]);
      const authData = new Uint8Array(authenticatorData(present | 0b1000000, attested));
      const attestationObject = isoCBOR.encode(
        new Map<string, string | Uint8Array<ArrayBuffer> | Map<string, string>>([
          ["fmt", "none"],
          ["attStmt", new Map<string, string>()],
          ["authData", authData],
        ]),
      );
      return {
        ...common,
        response: {
          clientDataJSON: clientData("webauthn.create", challenge).toString("base64url"),
          attestationObject: Buffer.from(attestationObject).toString("base64url"),
          transports: ["internal" as const],
        },
      };
    },
    /** Answers `navigator.credentials.get`; each answer counts one up, unless the count is given. */
    get({ challenge }: { challenge: string }, atCount = counter + 1) {
      counter = atCount;
      const data = authenticatorData(present);
      const client = clientData("webauthn.get", challenge);
      const signed = Buffer.concat([data, createHash("sha256").update(client).digest()]);
      return {
        ...common,
        response: {
          clientDataJSON: client.toString("base64url"),
          authenticatorData: data.toString("base64url"),
          signature: sign("sha256", signed, privateKey).toString("base64url"),
        },
      };
    },
  };
}

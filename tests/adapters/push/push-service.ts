import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  createVerify,
  hkdfSync,
  randomBytes,
} from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import type { PushTarget } from "@/ports/push";

/** What arrived at the service. */
interface Arrived {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A push service on this machine: takes what comes, answers as told, and decrypts as the browser would. */
export async function startPushService() {
  const arrived: Arrived[] = [];
  let next: { status: number; headers?: Record<string, string>; silent?: boolean } = {
    status: 201,
  };
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    arrived.push({
      path: request.url ?? "",
      headers: request.headers,
      body: Buffer.concat(parts),
    });
    if (next.silent) return;
    response.writeHead(next.status, next.headers).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    arrived,
    answer: (answer: typeof next) => {
      next = answer;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A browser's subscription at that service, with its private half. */
export function browserAt(origin: string) {
  const curve = createECDH("prime256v1");
  const publicKey = curve.generateKeys();
  const auth = randomBytes(16);
  const target: PushTarget = {
    endpoint: `${origin}/send/${randomBytes(8).toString("hex")}`,
    keys: { p256dh: publicKey.toString("base64url"), auth: auth.toString("base64url") },
  };
  /** RFC 8291 over RFC 8188, one record. */
  const opened = (body: Buffer): string => {
    const salt = body.subarray(0, 16);
    const keyLength = body.readUInt8(20);
    const sender = body.subarray(21, 21 + keyLength);
    const sealed = body.subarray(21 + keyLength);
    const bytes = (...given: Parameters<typeof hkdfSync>) => Buffer.from(hkdfSync(...given));
    const words = (text: string) => Buffer.from(`${text}\0`);
    const both = Buffer.concat([words("WebPush: info"), publicKey, sender]);
    const secret = bytes("sha256", curve.computeSecret(sender), auth, both, 32);
    const key = bytes("sha256", secret, salt, words("Content-Encoding: aes128gcm"), 16);
    const nonce = bytes("sha256", secret, salt, words("Content-Encoding: nonce"), 12);
    const decipher = createDecipheriv("aes-128-gcm", key, nonce);
    decipher.setAuthTag(sealed.subarray(-16));
    const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
    return plain.subarray(0, plain.lastIndexOf(2)).toString("utf8");
  };
  return { target, opened };
}

/** What the sender signed (RFC 8292), or null when the signature is not of that key. */
export function signedBy(
  publicKey: string,
  authorization: string | undefined,
): Record<string, unknown> | null {
  const [, token = "", key] = /^vapid t=([^,]+), ?k=(.+)$/.exec(authorization ?? "") ?? [];
  const [head = "", claims = "", signature = ""] = token.split(".");
  const point = Buffer.from(publicKey, "base64url");
  const verifier = createPublicKey({
    format: "jwk",
    key: {
      kty: "EC",
      crv: "P-256",
      x: point.subarray(1, 33).toString("base64url"),
      y: point.subarray(33).toString("base64url"),
    },
  });
  const isGenuine = createVerify("sha256")
    .update(`${head}.${claims}`)
    .verify({ key: verifier, dsaEncoding: "ieee-p1363" }, Buffer.from(signature, "base64url"));
  return isGenuine && key === publicKey
    ? JSON.parse(Buffer.from(claims, "base64url").toString("utf8"))
    : null;
}

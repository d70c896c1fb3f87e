import { type Agent, request } from "node:http";
import type { MadeFile } from "./made-file";

export interface Portal {
  readonly url: string;
  /** An orthodontist's session. */
  readonly token: string;
  readonly agent: Agent;
}

/** Asks as an orthodontist's browser does; anything but success is an error. Answers the JSON. */
export function ask<Answer>(
  { url, token, agent }: Portal,
  method: "POST" | "PUT",
  path: string,
  body: Buffer | object,
  more: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const sent = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
  const headers = {
    "content-type": Buffer.isBuffer(body) ? "application/octet-stream" : "application/json",
    "content-length": sent.length,
    cookie: `archway-session=${token}`,
    origin: new URL(url).origin,
    ...more,
  };
  return new Promise((resolve, reject) => {
    const asked = request(`${url}${path}`, { agent, method, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.once("error", reject);
      answer.once("end", () => {
        const text = Buffer.concat(parts).toString();
        const status = answer.statusCode ?? 0;
        if (status >= 300) return reject(new Error(`${method} ${path}: ${status} ${text}`));
        resolve(JSON.parse(text) as Answer);
      });
    });
    asked.once("error", reject);
    asked.end(sent);
  });
}

export function beginCase(portal: Portal, patientId: string, labId: string): Promise<string> {
  return ask<{ id: string }>(
    portal,
    "POST",
    "/api/cases",
    { patientId, labId },
    { "idempotency-key": crypto.randomUUID() },
  ).then(({ id }) => id);
}

/** The whole way of a scan: begun, its pieces one after the other, finished. Answers its id. */
export async function sendScan(
  portal: Portal,
  caseId: string,
  arch: "upper" | "lower",
  { name, bytes, headSha256, pieces }: MadeFile,
): Promise<string> {
  const scans = `/api/cases/${caseId}/scans`;
  const begin = { arch, fileName: name, byteCount: bytes.length, headSha256 };
  const { id } = await ask<{ id: string }>(portal, "POST", scans, begin);
  let from = 0;
  for (const { content, sha256 } of pieces) {
    await ask(portal, "PUT", `${scans}/${id}/pieces?from=${from}`, content, { "x-sha256": sha256 });
    from += content.length;
  }
  await ask(portal, "POST", `${scans}/${id}/finish`, {});
  return id;
}

import type { IncomingMessage, ServerResponse } from "node:http";
import type Provider from "oidc-provider";
import type { SimulatorClock } from "../../clock/simulator-clock";
import type { Store } from "../../store/open-store";
import { isPassword } from "../digest";
import type { DoctorRow, LabRow } from "../lab-store";
import { writeLog } from "../log";
import { lostPage, signInPage } from "./page";

interface SignIn {
  readonly provider: Provider;
  readonly store: Store;
  readonly clock: SimulatorClock;
  readonly lab: LabRow;
}

const bodyLimitBytes = 10_000;

/** The lab's own pages: name and password, checked here and nowhere else. `rest` is what follows `/sign-in/{uid}`. */
export async function handleSignIn(
  { provider, store, clock, lab }: SignIn,
  incoming: IncomingMessage,
  response: ServerResponse,
  rest: string,
): Promise<void> {
  const interaction = await provider.interactionDetails(incoming, response).catch(() => null);
  if (interaction === null) return sendPage(response, 410, lostPage(lab.name));
  if (rest === "/cancel")
    return provider.interactionFinished(incoming, response, {
      error: "access_denied",
      error_description: "Nobody signed in.",
    });
  const action = new URL(incoming.url ?? "/", "http://localhost").pathname;
  const shown = { labName: lab.name, action, userName: "", isWrong: false };
  if (incoming.method !== "POST") return sendPage(response, 200, signInPage(shown));
  const typed = new URLSearchParams(await readText(incoming));
  const userName = (typed.get("userName") ?? "").trim();
  const [doctor] = await store.query<DoctorRow & { password_digest: string }>(
    "select * from doctor where lab_key = $1 and user_name = $2",
    [lab.key, userName],
  );
  const now = await clock.now();
  const entry = { lab: lab.key, userName, event: "sign-in" } as const;
  if (!doctor || !(await isPassword(typed.get("password") ?? "", doctor.password_digest))) {
    await writeLog(store, now, { ...entry, outcome: "refused", detail: "wrong password" });
    return sendPage(response, 401, signInPage({ ...shown, userName, isWrong: true }));
  }
  await store.query("update doctor set last_authenticated_at = $2 where id = $1", [
    doctor.id,
    now.toString(),
  ]);
  await writeLog(store, now, { ...entry, outcome: "accepted" });
  await provider.interactionFinished(incoming, response, {
    login: { accountId: doctor.id, ts: Math.floor(now.epochMilliseconds / 1000) },
  });
}

function sendPage(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy":
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  });
  response.end(html);
}

async function readText(incoming: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of incoming) {
    size += part.length;
    if (size > bodyLimitBytes) break;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

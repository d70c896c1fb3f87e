import { timingSafeEqual } from "node:crypto";
import { type HttpAnswer, type HttpRequest, serve } from "../http/serve";
import type { RunningSimulator, SimulatorOptions } from "../process/simulator";
import { lookup } from "./lookup";
import { demoAccount, type PhoneAccount } from "./message-store";
import { createMessage, fetchMessage, listMessages } from "./messages";
import { advanceMessages, sendCallbacks } from "./progress";
import { twilioError } from "./twilio-json";

const roundMs = 100;

/** Twilio's Messages and Lookup over HTTP, as far as the real SDK needs them. */
export async function startPhoneNetwork(
  options: SimulatorOptions,
  account: PhoneAccount = demoAccount,
): Promise<RunningSimulator> {
  const { port, host, store, clock, faults } = options;
  const server = await serve({
    port,
    host,
    slowMs: faults.slowMs,
    mode: () => faults.mode("sms"),
    failure: twilioError(503, 20503, "Service unavailable"),
    unauthorized: twilioError(401, 20003, "Authenticate"),
    handle: async (request) => {
      if (!isSignedIn(request, account)) return twilioError(401, 20003, "Authenticate");
      return handle(request);
    },
  });

  async function handle({ method, url, text }: HttpRequest): Promise<HttpAnswer> {
    const messages = `/2010-04-01/Accounts/${account.accountSid}/Messages`;
    const { pathname, searchParams } = url;
    if (pathname === `${messages}.json`) {
      if (method === "GET") return listMessages(store, account, searchParams);
      if (method === "POST") {
        return createMessage({ store, clock }, account, new URLSearchParams(text()));
      }
      return twilioError(405, 20004, "Method not allowed");
    }
    const message = pathname.startsWith(`${messages}/`)
      ? /^(SM[0-9a-f]{32})\.json$/.exec(pathname.slice(messages.length + 1))
      : null;
    if (method === "GET" && message?.[1] !== undefined) return fetchMessage(store, message[1]);
    const number = /^\/v2\/PhoneNumbers\/((?:%2B|\+)?\d+)$/i.exec(pathname)?.[1];
    if (method === "GET" && number !== undefined) {
      return lookup(decodeURIComponent(number), searchParams);
    }
    return twilioError(404, 20404, "The requested resource was not found");
  }

  let round: Promise<void> = Promise.resolve();
  let isRunning = false;
  const timer = setInterval(() => {
    if (isRunning) return;
    isRunning = true;
    round = work().finally(() => {
      isRunning = false;
    });
  }, roundMs);

  async function work(): Promise<void> {
    try {
      await advanceMessages(options);
      await sendCallbacks(options, account);
    } catch (error) {
      // The database may be restarting; the next round picks up what is due.
      console.error(error instanceof Error ? error.message : error);
    }
  }

  return {
    port: server.port,
    close: async () => {
      clearInterval(timer);
      await server.close();
      await round;
    },
  };
}

function isSignedIn({ headers }: HttpRequest, account: PhoneAccount): boolean {
  const expected = Buffer.from(`${account.accountSid}:${account.authToken}`);
  const given = Buffer.from((headers.authorization ?? "").replace(/^Basic /, ""), "base64");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

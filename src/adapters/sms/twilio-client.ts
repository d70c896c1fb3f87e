import twilio from "twilio";
import RequestClient from "twilio/lib/base/RequestClient";
import { isWhileConnecting } from "@/lib/http-exchange";

export interface TwilioAccount {
  readonly accountSid: string;
  readonly authToken: string;
  /** Another origin for every request, such as the simulated phone network's; absent: Twilio's own hosts. */
  readonly apiUrl?: string | undefined;
  /** 15 s by default, well below a delivery's lease of 60 s. */
  readonly timeoutMs?: number;
}

export function twilioClient({ accountSid, authToken, apiUrl, timeoutMs = 15_000 }: TwilioAccount) {
  const httpClient = new RequestClient({ timeout: timeoutMs });
  if (apiUrl !== undefined) {
    const request = httpClient.request.bind(httpClient);
    httpClient.request = (options) => {
      const { pathname, search } = new URL(options.uri);
      return request({ ...options, uri: new URL(`${pathname}${search}`, apiUrl).href });
    };
  }
  return twilio(accountSid, authToken, { httpClient });
}

/** What went wrong with a request, without the error itself: it carries our credentials and the text. */
export interface TwilioFailure {
  /** HTTP status, or null when no answer came. */
  readonly status: number | null;
  /** Twilio's error code, or null. */
  readonly code: number | null;
  /** Nothing of the request can have arrived. */
  readonly isBeforeSending: boolean;
}

export function twilioFailure(error: unknown): TwilioFailure {
  if (!(error instanceof Error)) throw error;
  const status = "status" in error && typeof error.status === "number" ? error.status : null;
  const code = "code" in error ? error.code : null;
  if (status === null && typeof code !== "string") throw error;
  return {
    status,
    code: typeof code === "number" ? code : null,
    isBeforeSending: status === null && isWhileConnecting(String(code)),
  };
}

/** Reading changes nothing, so everything but wrong credentials may simply be asked again. */
export function queryRefusal({ status }: TwilioFailure): "unauthorized" | "unreachable" {
  return status === 401 || status === 403 ? "unauthorized" : "unreachable";
}

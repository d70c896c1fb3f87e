import type { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { jsonOf } from "@/lib/json-of";
import type { HttpAnswer, HttpRequest } from "../http/serve";
import type { Store } from "../store/open-store";
import { labError } from "./errors";
import type { DoctorRow } from "./lab-store";
import { writeLog } from "./log";

const webhook = z.object({
  url: z.url({ protocol: /^https?$/ }).max(1_000),
  secret: z.string().min(16).max(200),
});

/** `PUT /webhook`: where this doctor's reports are posted from now on, those that wait included. */
export async function registerWebhook(
  store: Store,
  doctor: DoctorRow,
  request: HttpRequest,
  now: Temporal.Instant,
): Promise<HttpAnswer> {
  const given = webhook.safeParse(jsonOf(request.text()));
  if (!given.success) return labError(422, "refused", z.prettifyError(given.error));
  const { url, secret } = given.data;
  await store.query(
    `insert into webhook (doctor_id, url, secret) values ($1, $2, $3)
     on conflict (doctor_id) do update set url = excluded.url, secret = excluded.secret`,
    [doctor.id, url, secret],
  );
  const { lab_key: lab, user_name: userName } = doctor;
  await writeLog(store, now, { lab, userName, event: "webhook", outcome: "accepted", detail: url });
  return { status: 200, body: { webhook: { url } } };
}

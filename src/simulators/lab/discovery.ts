import type { HttpAnswer, HttpRequest } from "../http/serve";
import type { LabRow } from "./lab-store";

/** `/.well-known/lab-configuration`: where the lab is reached, and its own words on re-authentication. */
export function discovery(lab: LabRow, { headers }: HttpRequest): HttpAnswer {
  const base = `http://${headers.host}/labs/${lab.key}`;
  const { cut_over_at: at, counts_from: countsFrom } = lab;
  return {
    status: 200,
    body: {
      lab: lab.key,
      name: lab.name,
      issuer: base,
      intakeUrl: `${base}/v1`,
      policy: {
        reauthenticateEveryDays: lab.reauthenticate_days,
        inactiveAfterDays: lab.inactive_days,
        cutOver:
          at === null || countsFrom === null
            ? null
            : { at: at.toISOString(), countsFrom: countsFrom.toISOString() },
      },
      uploadLimitBytes: 200 * 1024 * 1024,
    },
  };
}

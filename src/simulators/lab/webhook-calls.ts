import { createHmac } from "node:crypto";
import type { LabWorld } from "./changes";
import { writeLog } from "./log";

const roundMs = 100;
const answerWithinMs = 5_000;

interface CallRow {
  readonly position: string;
  readonly was_due_at: Date;
  readonly report_id: string;
  readonly case_id: string;
  readonly case_number: string;
  readonly lab_key: string;
  readonly user_name: string;
  readonly url: string;
  readonly secret: string;
  /** A day has passed since the report. */
  readonly is_last: boolean;
}

/** Posts every report that is due, until `stop`; what was not answered with 2xx comes again, for a day. */
export function startWebhookCalls(world: LabWorld): { stop(): Promise<void> } {
  let round: Promise<void> = Promise.resolve();
  let isRunning = false;
  const timer = setInterval(() => {
    if (isRunning) return;
    isRunning = true;
    round = sendDue(world)
      .catch((error: unknown) => {
        // The database may be restarting; the next round picks up what is due.
        console.error(error instanceof Error ? error.message : error);
      })
      .finally(() => {
        isRunning = false;
      });
  }, roundMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await round;
    },
  };
}

/** Real seconds: the movable clock must not make a lab give up. A row outlives its sending, so a kill loses none. */
async function sendDue(world: LabWorld): Promise<void> {
  const due = await world.store.query<CallRow>(
    `with due as (select position, due_at from webhook_call where due_at <= clock_timestamp()
       order by due_at, position limit 50)
     update webhook_call as call
     set tries = call.tries + 1, is_held = false,
         due_at = clock_timestamp() + least(interval '5 min', interval '1 s' * power(2, least(call.tries, 9)))
     from due, report join lab_case on lab_case.id = report.case_id
       join doctor on doctor.id = lab_case.doctor_id join webhook on webhook.doctor_id = doctor.id
     where due.position = call.position and report.id = call.report_id
     returning call.position, due.due_at as was_due_at, report.id as report_id,
       lab_case.id as case_id, case_number, lab_key, user_name, url, secret,
       call.created_at < clock_timestamp() - interval '1 day' as is_last`,
  );
  const inOrder = due.toSorted(
    (a, b) =>
      a.was_due_at.getTime() - b.was_due_at.getTime() || Number(a.position) - Number(b.position),
  );
  const byCase = Map.groupBy(inOrder, (call) => call.case_id);
  await Promise.all([...byCase.values()].map((calls) => sendInOrder(world, calls)));
}

async function sendInOrder(world: LabWorld, calls: readonly CallRow[]): Promise<void> {
  for (const call of calls) {
    const isAccepted = await post(world, call);
    if (!isAccepted && !call.is_last) continue;
    await world.store.query("delete from webhook_call where position = $1", [call.position]);
    if (isAccepted) continue;
    const { lab_key: lab, user_name: userName, case_number: caseNumber } = call;
    const entry = { lab, userName, caseNumber, event: "webhook", outcome: "refused" } as const;
    await writeLog(world.store, await world.clock.now(), { ...entry, detail: "given up" });
  }
}

async function post({ clock }: LabWorld, call: CallRow): Promise<boolean> {
  const { report_id: reportId, case_id: caseId, case_number: caseNumber } = call;
  const body = JSON.stringify({ reportId, caseId, caseNumber });
  const seconds = Math.floor((await clock.now()).epochMilliseconds / 1000);
  const signature = createHmac("sha256", call.secret).update(`${seconds}.${body}`).digest("hex");
  try {
    const response = await fetch(call.url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "lab-signature": `t=${seconds},v1=${signature}`,
      },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(answerWithinMs),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    // Nobody listens there at the moment; tried again.
    return false;
  }
}

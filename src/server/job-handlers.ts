import * as z from "zod";
import { followLab } from "@/features/cases/delivery/follow-lab";
import { readLabCase } from "@/features/cases/delivery/read-lab-case";
import { deliver } from "@/features/notifications/deliver";
import { followText } from "@/features/sms-usage/follow-text";
import type { TaskName, TaskPayloads } from "@/jobs/queue";
import type { TaskHandlers } from "@/jobs/run-queue";
import { errorFacts, type Log } from "./log";
import type { JobServices } from "./services";

type Run<Name extends TaskName> = (
  services: JobServices,
  payload: TaskPayloads[Name],
) => Promise<void>;

const ofDelivery = z.strictObject({ practiceId: z.uuid(), deliveryId: z.uuid() });
const ofConnection = z.strictObject({ practiceId: z.uuid(), connectionId: z.uuid() });
const ofLabCase = ofConnection.extend({ labCaseId: z.string() });

/** Which use case runs which task. `open` gives a job its services, with the clock of its start. */
export function jobHandlers(open: (jobId: string) => Promise<JobServices>, log: Log): TaskHandlers {
  return {
    deliver: handler("deliver", ofDelivery, deliver),
    follow_text: handler("follow_text", ofDelivery, followText),
    follow_lab: handler("follow_lab", ofConnection, followLab),
    read_lab_case: handler("read_lab_case", ofLabCase, readLabCase),
  };

  function handler<Name extends TaskName>(
    task: Name,
    payload: z.ZodType<TaskPayloads[Name]>,
    run: Run<Name>,
  ) {
    return async (given: unknown, jobId: string): Promise<void> => {
      try {
        await run(await open(jobId), payload.parse(given));
      } catch (error) {
        // Our own row says what is due, so the job itself is done: the sweep wakes it when its lease lapses.
        log.error({ task, job: jobId, ...errorFacts(error) }, "job failed");
      }
    };
  }
}

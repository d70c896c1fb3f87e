import { atLab } from "@/features/lab-connection/at-lab";
import type { JobServices } from "@/server/services";
import type { Followed } from "./followed";
import { takeLabCase } from "./take-lab-case";

/** A webhook said that something happened to a case: what happened is read at the lab (R48). */
export async function readLabCase(
  services: JobServices,
  { labCaseId, ...followed }: Followed & { readonly labCaseId: string },
): Promise<void> {
  const read = await atLab(services, followed, (access) =>
    services.outside.lab.readCase(access, labCaseId),
  );
  // What is not read now stands in the lab's list, which is read in any case.
  if (read.ok) await takeLabCase(services, followed, read.value);
}

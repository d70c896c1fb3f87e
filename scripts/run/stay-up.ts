import { watchDatabase } from "../database/watch";
import { untilAskedToEnd } from "./ending";
import { type Prepared, prepare } from "./prepare";
import { type Supervisor, supervise } from "./supervisor";

/**
 * Prepares, lets `begin` start its parts, and stays until asked to end or until a part cannot be
 * kept alive; then stops all of it, the embedded database last.
 */
export async function stayUp(
  options: { ports: boolean },
  begin: (prepared: Prepared, supervisor: Supervisor) => Promise<void>,
): Promise<void> {
  const ended = untilAskedToEnd();
  const prepared = await prepare(options);
  const supervisor = supervise();
  const watch = watchDatabase();
  try {
    const begun = begin(prepared, supervisor);
    const never = new Promise<never>(() => undefined);
    const sentence = await Promise.race([ended, supervisor.failed, begun.then(() => never)]);
    if (sentence) throw new Error(sentence);
    console.log("Stopping ...");
  } finally {
    watch.stop();
    await supervisor.stop();
    await prepared.release();
  }
}

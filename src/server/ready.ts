import { runtime } from "./services";

/** True when the database answers within two seconds. */
export async function isReady(): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, 2_000, false).unref());
  const answer = runtime()
    .db.pool.query("select 1")
    .then(
      () => true,
      () => false,
    );
  return Promise.race([answer, late]);
}

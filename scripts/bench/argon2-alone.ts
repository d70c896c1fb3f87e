import { hash, verify } from "@node-rs/argon2";
import { type Load, works } from "./load";

/** Verifications of argon2id with the parameters of S1 and nothing else, on all cores. */
export async function argon2Alone(): Promise<Load> {
  const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
  const stored = await hash("a password of ordinary length", options);
  return works(async () => {
    await verify(stored, "a password of ordinary length");
  });
}

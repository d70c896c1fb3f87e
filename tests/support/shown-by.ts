import { Secret, TOTP } from "otpauth";
import type { World } from "./world";

/** What an app with this secret (base32) shows now, or so many 30-second steps away. */
export async function shownBy(world: World, secret: string, steps = 0): Promise<string> {
  const { now } = await world.services();
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: now.epochMilliseconds + steps * 30_000,
  });
}

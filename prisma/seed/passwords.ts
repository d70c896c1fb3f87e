import type { KeyRing } from "@/env";
import { createPasswordHasher } from "@/security/passwords";
import { systemRandom } from "@/security/random";
import type { DemoRole } from "./making";

/** The demo's published passwords, one per role; S1 accepts them for everybody in it. */
export const demoPasswords: Readonly<Record<DemoRole, string>> = {
  patient: "copper-lantern-drifts-41",
  guardian: "gentle-harvest-kites-52",
  orthodontist: "velvet-compass-orchid-63",
  staff: "amber-notebook-meadow-74",
  admin: "silver-thistle-engine-85",
};

export const demoRoles = ["patient", "guardian", "orthodontist", "staff", "admin"] as const;

/** The application's own hasher over the peppers of the environment. */
export function passwordHasher(peppers: KeyRing) {
  const pepper = ({ id, secret }: KeyRing["current"]) => ({ version: Number(id), secret });
  return createPasswordHasher(
    { current: pepper(peppers.current), former: peppers.former.map(pepper) },
    systemRandom,
  );
}

/** Five hashes for all demo logins: an Argon2 hash takes long on purpose. */
export async function hashDemoPasswords(peppers: KeyRing): Promise<Record<DemoRole, string>> {
  const hasher = passwordHasher(peppers);
  const hashed = await Promise.all(
    demoRoles.map(async (role) => {
      const hash = await hasher.hash(demoPasswords[role]);
      if (!hash.ok) throw new Error("The demo passwords could not be hashed.");
      return [role, hash.value] as const;
    }),
  );
  const byRole = new Map<DemoRole, string>(hashed);
  const of = (role: DemoRole) => byRole.get(role) ?? "";
  return {
    patient: of("patient"),
    guardian: of("guardian"),
    orthodontist: of("orthodontist"),
    staff: of("staff"),
    admin: of("admin"),
  };
}

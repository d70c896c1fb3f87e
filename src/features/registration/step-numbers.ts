import type { RegistrationPath, RegistrationStep } from "@/domain/registration/steps";

const orders: Readonly<Record<RegistrationPath, readonly (RegistrationStep | "begin")[]>> = {
  self: ["begin", "confirm", "code", "password", "email", "terms"],
  link: ["begin", "code", "confirm", "password", "email", "terms"],
  password_setup: ["begin", "code", "confirm", "password"],
};

/** "Step 3 of 6", counted from one; a way begins with the details, or with the link's birth date. */
export function stepNumber(
  path: RegistrationPath,
  step: RegistrationStep | "begin",
): { step: number; total: number } {
  const order = orders[path];
  return { step: Math.max(0, order.indexOf(step)) + 1, total: order.length };
}

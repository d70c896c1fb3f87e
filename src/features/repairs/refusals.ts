import { loginLinkRefusals } from "@/features/login-links/refusals";
import { mobileRefusals } from "@/features/records/contact-refusals";

const words = (reason: string) => `repairs.refusals.${reason}` as const;

export const unlockRefusals = {
  not_found: { status: 404, words: "refusals.not_found" },
  not_locked: { status: 409, words: words("not_locked") },
} as const;

export const repairRefusals = {
  ...loginLinkRefusals,
  ...mobileRefusals,
  ...unlockRefusals,
  already_repaired: { status: 409, words: words("already_repaired") },
  does_not_fit: { status: 409, words: words("does_not_fit") },
  record_needed: { status: 422, words: words("record_needed") },
  number_needed: { status: 422, words: words("number_needed"), field: "mobile" },
  reason_needed: { status: 422, words: words("reason_needed"), field: "reason" },
  admin_needed: { status: 409, words: words("admin_needed") },
} as const;

export const attendRefusals = {
  ...loginLinkRefusals,
  already_attended: { status: 409, words: words("already_attended") },
  cannot_resend: { status: 409, words: words("cannot_resend") },
} as const;

import type { LoginStatus } from "@/db/generated/enums";

/** A login as whoever issues it needs it. */
export interface IssuedLogin {
  readonly loginId: string;
  readonly personId: string;
  readonly loginName: string;
  readonly status: LoginStatus;
}

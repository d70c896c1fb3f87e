import { ok, refused } from "@/domain/result";
import { isPatientRole, type SessionActor } from "@/features/access/actors";
import type { Gate } from "@/features/access/route-gates";

/** A guardian, or a patient who may be one, before there is anybody they act for (R10). */
export const guardian: Gate<SessionActor> = {
  roles: ["patient", "guardian"],
  admit({ session }) {
    if (!session) return refused("not_logged_in");
    return isPatientRole(session.role)
      ? ok({ ...session, kind: "session" })
      : refused("not_allowed");
  },
};

import * as z from "zod";
import { linkToken } from "@/features/access/schema";

const role = z.enum(["orthodontist", "staff", "admin"]);
const name = z.string().trim().min(1).max(100);
const takesOverId = z.uuid().nullable();

export const membershipParams = z.strictObject({ id: z.uuid() });
export const seenVersion = z.strictObject({ version: z.int().min(1) });

export const invitationWish = z.strictObject({
  firstName: name,
  lastName: name,
  email: z.string().trim().min(1).max(254),
  mobile: z.string().trim().min(1).max(50),
  role,
});
export const invited = z.strictObject({ id: z.uuid() });
export const invitedAgain = z.strictObject({ version: z.int() });
export const withdrawn = z.strictObject({ withdrawn: z.literal(true) });
export const acceptance = z.strictObject({ token: linkToken });
export const accepted = z.strictObject({ practiceName: z.string(), loginName: z.string() });

const handedOver = { patients: z.int(), threads: z.int(), visitsLeft: z.int() };
export const roleChange = z.strictObject({ role, takesOverId });
export const roleChanged = z.strictObject({ membershipId: z.uuid(), ...handedOver });
export const removal = z.strictObject({ takesOverId, templates: z.enum(["keep", "remove"]) });
export const removed = z.strictObject({ ...handedOver, templates: z.int() });
export const sessionsEnded = z.strictObject({ ended: z.int() });

import * as z from "zod";

export const eraseOwnRequest = z.strictObject({ loginName: z.string().trim().min(1).max(254) });
export const erasureParams = z.strictObject({ id: z.uuid() });
export const erasureRequest = z.strictObject({ reason: z.string().trim().min(3).max(300) });
export const loginErased = z.strictObject({ wholeLogin: z.boolean() });

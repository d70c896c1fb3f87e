import * as z from "zod";

const token = z.string().min(1).max(200);
/** As for login and recovery: longer ones are refused before anything is hashed (S1). */
const password = z.string().min(1).max(512);

export const setUpPassword = z.strictObject({ token, password, passwordAgain: password });
export const authenticatorOffered = z.object({
  secret: z.string(),
  uri: z.string(),
  picture: z.string(),
});

export const setUpCompletion = z.strictObject({ token, code: z.string().min(1).max(64) });
export const setUpCompleted = z.object({
  loginName: z.string(),
  recoveryCodes: z.array(z.string()),
});

import * as z from "zod";

const name = z.string().trim().min(1).max(100);
const day = z.iso.date("date_of_birth");
const deliver = z.enum(["mail", "sms", "show"]);

export const patientParams = z.strictObject({ id: z.uuid() });
export const guardianshipParams = z.strictObject({ id: z.uuid() });

export const invitationSchema = z.strictObject({
  firstName: name,
  lastName: name,
  dateOfBirth: day,
  email: z.string().trim().max(254).pipe(z.email("email")),
  mobile: z.string().trim().min(1).max(50),
  rights: z.enum(["full", "view"]),
  /** Left out: from today. */
  fromOn: z.iso.date().optional(),
  /** The first day without it; left out: until the practice's age. */
  untilOn: z.iso.date().optional(),
  deliver,
});

export const deliverySchema = z.strictObject({ deliver });

export const linkAnswer = z.strictObject({
  expiresAt: z.iso.datetime({ offset: true }),
  /** For `show` alone, and this once. */
  url: z.string().optional(),
});

/** `added`: has a login already, and is told by mail; `link`: registers with the link. */
export const invitationAnswer = z.strictObject({
  id: z.uuid(),
  state: z.enum(["link", "added"]),
  link: linkAnswer.optional(),
});

export const endSchema = z.strictObject({ reason: z.string().trim().min(1).max(200) });
export const endedAnswer = z.strictObject({ ended: z.literal(true) });

/** `untilOn`: the first day without it; left out: until the practice's age. */
const terms = { rights: z.enum(["full", "view"]), untilOn: z.iso.date().optional() };

export const changeSchema = z.strictObject({
  ...terms,
  /** How it stood where the change was begun: two tabs do not undo each other. */
  seen: z.strictObject(terms),
  reason: z.string().trim().min(1).max(200),
});
export const changedAnswer = z.strictObject({
  /** What of it changed; nothing when it was so already. */
  changed: z.array(z.string()),
});

export const renewedAnswer = z.strictObject({ triesLeft: z.int() });

export const birthDateSchema = z.strictObject({ dateOfBirth: day });
export const confirmedAnswer = z.strictObject({ patientId: z.uuid() });

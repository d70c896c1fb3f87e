import * as z from "zod";

const name = z.string().trim().min(1).max(100);
const email = z.string().trim().max(254).pipe(z.email("email"));
/** Room for any way to write a code; what it says is judged by the use case. */
const code = z.string().max(20);
const token = z.string().max(100);
/** Longer than any password may be: the refusal says how long it may be (S1). */
const password = z.string().min(1).max(1000);

const details = ["firstName", "lastName", "dateOfBirth", "email", "mobile"] as const;

/** R1: the four details; or a login link's token and the birth date (R7). */
export const startSchema = details.reduce(
  (schema, detail) =>
    schema.refine(
      (given) =>
        given[detail] !== undefined || (given.linkToken !== undefined && detail !== "dateOfBirth"),
      { path: [detail], message: "required", when: () => true },
    ),
  z.strictObject({
    practice: z.string().max(40).optional(),
    firstName: name.optional(),
    lastName: name.optional(),
    dateOfBirth: z.iso.date("date_of_birth").optional(),
    email: email.optional(),
    mobile: z.string().trim().min(1).max(50).optional(),
    linkToken: token.optional(),
  }),
);
export const codeSchema = z.strictObject({ code });
/** A postcode, as people write it; empty: not known. */
export const questionSchema = z.strictObject({ answer: z.string().trim().max(40) });
export const passwordSchema = z.strictObject({ password });
export const emailProofSchema = z.strictObject({ token, password });
export const termsSchema = z.strictObject({ version: z.string().max(40) });
export const emailChangeSchema = z.strictObject({ email });
export const currentTermsQuery = z.strictObject({ practice: z.string().max(40).optional() });

const step = z.enum(["confirm", "code", "question", "password", "email", "terms", "done"]);
export const stepAnswer = z.strictObject({ step });
export const doneAnswer = z.strictObject({ step, loginName: z.string().optional() });
export const termsAnswer = z.strictObject({ version: z.string(), text: z.string() });

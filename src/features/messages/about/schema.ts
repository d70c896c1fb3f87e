import * as z from "zod";

/** What a thread may be about, of its own patient (R37). */
export const aboutBody = z.strictObject({ kind: z.enum(["visit", "stage", "case"]), id: z.uuid() });
export type About = z.infer<typeof aboutBody>;

/** What a thread is about, as both sides may see it. */
export type AboutView =
  | {
      readonly kind: "visit";
      readonly id: string;
      readonly startsAt: string;
      /** The type of visit. */
      readonly name: string;
    }
  | {
      readonly kind: "stage";
      readonly id: string;
      readonly stageKind: "aligner" | "passive" | "overcorrection" | "retainer" | "template";
      readonly arch: "upper" | "lower";
      readonly number: number;
    }
  | { readonly kind: "case"; readonly id: string; readonly caseNumber: string };

/** `visit:<id>`, `stage:<id>` or `case:<id>` of an address; null for anything else. */
export function askedAbout(asked: string | string[] | undefined): About | null {
  if (typeof asked !== "string") return null;
  const [kind, id, ...rest] = asked.split(":");
  const read = aboutBody.safeParse({ kind, id });
  return read.success && rest.length === 0 ? read.data : null;
}

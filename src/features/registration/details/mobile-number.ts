import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { PracticeFacts } from "@/features/practices/current-practice";
import { parseMobile } from "@/lib/phone";
import type { LineType } from "@/ports/phone-lookup";
import type { Services } from "@/server/services";
import { lineOf } from "./number-line";

export type PhoneRefused = "not_a_number" | "extension" | "country_not_allowed" | "not_mobile";

const reasons = {
  "not-a-number": "not_a_number",
  extension: "extension",
  "country-not-allowed": "country_not_allowed",
  "not-mobile": "not_mobile",
} as const satisfies Record<string, PhoneRefused>;

/** Mobile, and where the provider cannot say either: then a code that comes back decides (S4). */
const textable: readonly LineType[] = ["mobile", "fixed-line-or-mobile", "unknown"];

/**
 * R6, S4: the number in E.164, judged by itself and alike for everybody. Where the numbering plan cannot tell, Lookup
 * is asked if the practice uses it; else, and when Lookup is down, a code that comes back decides.
 */
export async function readMobile(
  services: Services,
  practice: PracticeFacts,
  typed: string,
): Promise<Result<string, PhoneRefused>> {
  const read = parseMobile(typed, practice.defaultCountry, practice.allowedCountries);
  if (!read.ok) return refused(reasons[read.reason]);
  const { e164, type } = read.value;
  if (type === "mobile") return ok(e164);
  const settings = await inPractice(services.db, practice.id, (tx) =>
    tx.practiceSettings.findUnique({
      where: { practiceId: practice.id },
      select: { phoneLookup: true },
    }),
  );
  if (!settings?.phoneLookup) return ok(e164);
  const line = await lineOf(services, practice.id, e164);
  return textable.includes(line) ? ok(e164) : refused("not_mobile");
}

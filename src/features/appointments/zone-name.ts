import { dateFormat } from "@/lib/date-formats";
/** The practice's zone as people call it: "Central European Time". */
export function zoneName(at: string, zone: string, language: string): string {
  const parts = dateFormat(language === "en" ? "en-GB" : language, {
    timeZone: zone,
    timeZoneName: "longGeneric",
  }).formatToParts(new Date(at));
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? zone;
}

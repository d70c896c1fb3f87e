import { getLocale } from "next-intl/server";
import { OwnTime } from "@/components/own-time";
import { zoneName } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";

/** Whose clock the times of a list are told by (R33). */
export async function TimesZone({ at, zone }: { at: string; zone: string }) {
  const [words, language] = await Promise.all([getTranslations("appointments.times"), getLocale()]);
  return (
    <p className="text-muted text-sm">
      {words("zone", { zone: zoneName(at, zone, language) })}{" "}
      <OwnTime at={at} language={language} words={String(words.raw("ownZone"))} zone={zone} />
    </p>
  );
}

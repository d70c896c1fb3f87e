import { Hourglass } from "lucide-react";
import { getLocale } from "next-intl/server";
import { OwnTime } from "@/components/own-time";
import { TimeText } from "@/components/time-text";
import { zoneName } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";
import { addressOf } from "../../page-search";
import type { AppointmentView } from "../../schema";
import { WithdrawWish } from "./withdraw-wish";

type WishedTimeProps = {
  visit: AppointmentView;
  zone: string;
  patientId: string | undefined;
  /** The patient whose visit it is. */
  whose: string;
};

/** The other time that was asked for, below a visit that stays as it is until the practice agrees (R31). */
export async function WishedTime({ visit, zone, patientId, whose }: WishedTimeProps) {
  const [words, all, language] = await Promise.all([
    getTranslations("appointments.wish"),
    getTranslations("appointments"),
    getLocale(),
  ]);
  const { wish } = visit;
  if (!wish) return null;
  const { startsAt, practitioner, withdrawing } = wish;
  const isOther = practitioner.id !== visit.practitioner.id;
  return (
    <div className="flex gap-3 rounded-control bg-notice-soft p-4">
      <Hourglass aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-notice" />
      <div className="flex min-w-0 flex-col items-start gap-1">
        <p className="wrap-anywhere">
          {words.rich("asked", {
            time: () => (
              <strong className="font-semibold">
                <TimeText at={startsAt} language={language} zone={zone} />
              </strong>
            ),
          })}
          {isOther && ` ${all("with", { name: practitioner.name })}`}
          <span className="text-muted">
            {", "}
            {all("practiceTime", { zone: zoneName(startsAt, zone, language) })}
          </span>
        </p>
        <OwnTime at={startsAt} language={language} words={String(all.raw("ownTime"))} zone={zone} />
        <p className="text-muted text-sm">{words("stays")}</p>
        {withdrawing === "possible" && (
          <WithdrawWish
            appointmentId={visit.id}
            doneHref={addressOf("/appointments", { patient: patientId, done: "withdrawn" })}
            patientId={whose}
            words={{ withdraw: words("withdraw") }}
          />
        )}
      </div>
    </div>
  );
}

import { CalendarOff, Siren } from "lucide-react";
import { getLocale } from "next-intl/server";
import { PhoneLink } from "@/components/phone-link";
import { formatDay } from "@/lib/format-time";
import { formatPhone } from "@/lib/phone";
import { getTranslations } from "@/lib/translations";
import type { Expectations } from "../queries";

/** When to expect an answer, and that this is not for emergencies (R39). */
export async function ExpectationsNote({ expected }: { expected: Expectations }) {
  const words = await getTranslations("messages.expectations");
  const { answerHours, answerWords, emergencyWords, supportPhone, practiceName, away } = expected;
  const language = await getLocale();
  const usual =
    answerHours % 24 === 0 && answerHours > 24
      ? words("answerDays", { practice: practiceName, days: answerHours / 24 })
      : words("answer", { practice: practiceName, hours: answerHours });
  return (
    <aside className="flex flex-col gap-2 rounded-control bg-notice-soft px-4 py-3 text-dense">
      {away && (
        <p className="flex gap-3">
          <CalendarOff aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-notice" />
          <span className="min-w-0">
            {words("away", { name: away.name, day: formatDay(away.backOn.toString(), language) })}{" "}
            {away.coveredBy === null
              ? words("awayNobody")
              : words("awayCovered", { name: away.coveredBy })}
          </span>
        </p>
      )}
      <div className="flex gap-3">
        <Siren aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-notice" />
        <div className="flex min-w-0 flex-col gap-1">
          <p>
            {answerWords ?? usual} <strong>{emergencyWords ?? words("emergency")}</strong>
          </p>
          {supportPhone !== "" && (
            <p>
              <PhoneLink label={words("call")} look="link" phone={formatPhone(supportPhone)} />
            </p>
          )}
        </div>
      </div>
    </aside>
  );
}

import { Siren } from "lucide-react";
import { PhoneLink } from "@/components/phone-link";
import { formatPhone } from "@/lib/phone";
import { getTranslations } from "@/lib/translations";
import type { Expectations } from "../queries";

/** When to expect an answer, and that this is not for emergencies (R39). */
export async function ExpectationsNote({ expected }: { expected: Expectations }) {
  const words = await getTranslations("messages.expectations");
  const { answerHours, answerWords, emergencyWords, supportPhone, practiceName } = expected;
  const usual =
    answerHours % 24 === 0 && answerHours > 24
      ? words("answerDays", { practice: practiceName, days: answerHours / 24 })
      : words("answer", { practice: practiceName, hours: answerHours });
  return (
    <aside className="flex gap-3 rounded-control bg-notice-soft px-4 py-3 text-dense">
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
    </aside>
  );
}

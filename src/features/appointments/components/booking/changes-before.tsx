import { CalendarClock, CalendarX2 } from "lucide-react";
import { PhoneLink } from "@/components/phone-link";
import type { PatientActor } from "@/features/access/actors";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import type { ChangeLimits } from "../../change-limits";
import { practicePhone } from "../../visits-page";
import { ChangesUntil } from "../visits/changes-until";

type ChangesBeforeProps = { services: Services; actor: PatientActor; limits: ChangeLimits };

/** Said before a time is taken: until when it can be changed here, or that only a call will change it (R32). */
export async function ChangesBefore({ services, actor, limits }: ChangesBeforeProps) {
  const { reschedulingUntil, cancellingUntil } = limits;
  const [words, phone] = await Promise.all([
    getTranslations("appointments"),
    practicePhone(services, actor),
  ]);
  const open = reschedulingUntil !== null || cancellingUntil !== null;
  const byPhone = reschedulingUntil === null || cancellingUntil === null;
  const call =
    reschedulingUntil === null && cancellingUntil === null
      ? words("changes.tooSoon")
      : words(reschedulingUntil === null ? "callToMove" : "callToCancel");
  const icon = "mt-0.5 size-5 shrink-0 text-muted";
  return (
    <div className="flex items-start gap-2.5">
      {open ? (
        <CalendarClock aria-hidden="true" className={icon} />
      ) : (
        <CalendarX2 aria-hidden="true" className={icon} />
      )}
      <div className="flex min-w-0 flex-col items-start gap-1">
        <p>
          <ChangesUntil limits={limits} zone={actor.zone} /> {byPhone && call}
        </p>
        {byPhone && <PhoneLink label={words("callPractice")} phone={phone} />}
      </div>
    </div>
  );
}

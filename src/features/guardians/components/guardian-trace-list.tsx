import { getLocale } from "next-intl/server";
import { Disclosure } from "@/components/disclosure";
import type { ClinicActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import { actionWords } from "@/features/audit/action-words";
import { shortDayTime } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";
import { guardianTraces } from "../guardian-traces";

/** What guardians did for this patient, and which guardian (R10); nothing when none did anything. */
export async function GuardianTraceList({
  services,
  actor,
  patientId,
}: Admitted<ClinicActor> & { patientId: string }) {
  const [traces, words, audit, language] = await Promise.all([
    guardianTraces(services, actor, patientId),
    getTranslations("guardians.traces"),
    getTranslations("audit"),
    getLocale(),
  ]);
  if (traces.length === 0) return null;
  return (
    <Disclosure summary={words("title")}>
      <ul className="flex flex-col gap-1 text-dense">
        {traces.map(({ id, at, action, by }) => (
          <li className="wrap-anywhere" key={id}>
            {words("line", {
              at: shortDayTime(at, actor.zone, language),
              action: actionWords(audit, action),
              name: by,
            })}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

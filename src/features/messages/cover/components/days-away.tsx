import { getLocale } from "next-intl/server";
import { StatusChip } from "@/components/badge";
import { EmptyState } from "@/components/empty-state";
import { Card, Stack } from "@/components/layout";
import type { ClinicActor } from "@/features/access/actors";
import { formatDay } from "@/lib/format-time";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import type { AbsencePlan } from "../absence-plan";
import { absencesAhead } from "../absences";
import type { AbsenceView } from "../schema";
import { absenceWordKeys } from "./absence-words";
import { EndAbsenceDialog } from "./end-absence-dialog";
import { SetAbsenceDialog } from "./set-absence-dialog";

type DaysAwayProps = { services: Services; actor: ClinicActor; plan: AbsencePlan };

/** Somebody's days away that are not over, and further ones to set (R40). */
export async function DaysAway({ services, actor, plan }: DaysAwayProps) {
  const [absences, words] = await Promise.all([
    absencesAhead(services, actor, plan.practitioner.id),
    getTranslations("absences"),
  ]);
  const today = services.now.toZonedDateTimeISO(actor.zone).toPlainDate().toString();
  return (
    <Stack gap={4}>
      {absences.length === 0 ? (
        <EmptyState title={words("noneTitle")}>{words("noneText")}</EmptyState>
      ) : (
        <Card flush>
          <ul className="divide-y divide-hairline">
            {absences.map((absence) => (
              <DaysAwayLine absence={absence} key={absence.id} today={today} />
            ))}
          </ul>
        </Card>
      )}
      <div>
        <SetAbsenceDialog {...plan} today={today} words={pickWords(words, absenceWordKeys)} />
      </div>
    </Stack>
  );
}

async function DaysAwayLine({ absence, today }: { absence: AbsenceView; today: string }) {
  const [words, language] = await Promise.all([getTranslations("absences"), getLocale()]);
  const { id, fromOn, untilOn, coveredBy, replyWords, practitionerName: name } = absence;
  const from = formatDay(fromOn, language);
  // What begins today has not taken anything over yet: it goes altogether.
  const asked = fromOn < today ? "end" : "remove";
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3 px-5 py-4">
      <div className="flex min-w-0 grow basis-72 flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
          {words("days", { from, until: formatDay(untilOn, language) })}
          {fromOn <= today && <StatusChip tone="notice">{words("now")}</StatusChip>}
        </p>
        <p className="wrap-anywhere text-muted">
          {coveredBy ? words("coveredBy", { name: coveredBy.name }) : words("coveredByNobody")}
        </p>
        {replyWords !== null && (
          <p className="wrap-anywhere line-clamp-4 max-w-prose whitespace-pre-line border-hairline border-s-2 ps-3 text-muted">
            <span className="sr-only">{words("withReply")} </span>
            <span dir="auto">{replyWords}</span>
          </p>
        )}
      </div>
      <EndAbsenceDialog
        id={id}
        words={{
          open: words(asked),
          label: words(`${asked}Label`, { from }),
          title: words(`${asked}Title`),
          text: words(`${asked}Text`, { name }),
          cancel: words("cancel"),
        }}
      />
    </li>
  );
}

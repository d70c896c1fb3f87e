import { getLocale } from "next-intl/server";
import { StatusChip } from "@/components/badge";
import { Disclosure } from "@/components/disclosure";
import { Card } from "@/components/layout";
import type { ClinicActor } from "@/features/access/actors";
import { formatInstantDay } from "@/lib/format-time";
import { shortDay } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import { type AdjustmentLine, adjustmentHistory } from "../adjustment-history";
import { adjustmentName } from "../adjustment-name";
import { type AdjustWords, adjustWords } from "./adjust-words";
import { UndoButton } from "./undo-button";

type AdjustmentHistoryProps = {
  services: Services;
  actor: ClinicActor;
  patientId: string;
};

/** Lines shown at once; the rest opens on demand. */
const SHOWN = 3;

/** What was adjusted in the plan, by whom, when and why; what was taken back or has ended stays in it (R22). */
export async function AdjustmentHistory({ services, actor, patientId }: AdjustmentHistoryProps) {
  const [lines, words, language] = await Promise.all([
    adjustmentHistory(services, actor, patientId),
    getTranslations("treatment"),
    getLocale(),
  ]);
  const all = lines.map((line) => ({
    line,
    name: adjustmentName(line, words, (on) => shortDay(on, language)),
  }));
  const list = (part: typeof all) => (
    <ol className="flex flex-col divide-y divide-hairline">
      {part.map(({ line, name }) => (
        <HistoryLine
          key={line.id}
          language={language}
          line={line}
          name={name}
          patientId={patientId}
          words={adjustWords(words)}
          zone={actor.zone}
        />
      ))}
    </ol>
  );
  return (
    <Card className="flex flex-col gap-2 p-4 sm:p-5">
      <h2 className="font-semibold text-lg">{words("adjust.history.title")}</h2>
      {all.length === 0 && <p className="text-muted">{words("adjust.history.none")}</p>}
      {list(all.slice(0, SHOWN))}
      {all.length > SHOWN && (
        <Disclosure summary={words("adjust.history.more", { count: all.length - SHOWN })}>
          {list(all.slice(SHOWN))}
        </Disclosure>
      )}
    </Card>
  );
}

type HistoryLineProps = {
  line: AdjustmentLine;
  name: string;
  patientId: string;
  words: AdjustWords;
  zone: string;
  language: string;
};

async function HistoryLine(props: HistoryLineProps) {
  const { line, name, patientId, words, zone, language } = props;
  const say = await getTranslations("treatment.adjust");
  const isUndone = line.undoneAt !== null;
  const by = (who: string, at: string) =>
    ({ name: who, day: formatInstantDay(at, zone, language) }) as const;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-3">
      <div className="flex min-w-0 flex-1 basis-64 flex-col gap-0.5">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-medium">
          <span className={isUndone ? "text-muted line-through" : ""}>{name}</span>
          {isUndone && <StatusChip>{say("history.undoneChip")}</StatusChip>}
        </p>
        <p className="text-muted text-sm">{say("history.by", by(line.byName, line.createdAt))}</p>
        {line.reason !== null && (
          <p className="break-words text-sm">{say("history.reason", { reason: line.reason })}</p>
        )}
        {line.undoneAt !== null && (
          <p className="text-muted text-sm">
            {say("history.undone", by(line.undoneByName ?? "", line.undoneAt))}
          </p>
        )}
        {line.pause?.endedOn != null && (
          <p className="text-muted text-sm">
            {say("history.ended", { day: shortDay(line.pause.endedOn, language) })}
          </p>
        )}
      </div>
      {line.canBeUndone && (
        <UndoButton
          adjustmentId={line.id}
          name={say("undoNamed", { what: name })}
          patientId={patientId}
          words={words}
        />
      )}
    </li>
  );
}

import { Undo2 } from "lucide-react";
import { Temporal } from "temporal-polyfill";
import { formatInstantTime } from "@/lib/format-time";
import { pickWords } from "@/lib/pick-words";
import { shortDay } from "@/lib/short-day";
import type { Translate } from "@/lib/translations";
import { translationsIn } from "@/lib/translations";
import type { Language } from "@/lib/words";
import { PlanMovement, planMovementWordKeys } from "../../components/plan-movement";
import { capitalised, stagesMidSentence } from "../../components/stage-names";
import { sayMovement } from "../../say-movement";
import type { Lately, UndoablePress } from "../lately";
import { type PressToUndo, UndoPresses } from "./undo-presses";
import { undoneId } from "./undone-id";

type ChangesLatelyProps = {
  lately: Lately;
  /** False for a guardian who may look alone. */
  mayAct: boolean;
  patientId: string;
  zone: string;
  /** `YYYY-MM-DD` in the practice's zone. */
  today: string;
  isOneArch: boolean;
  language: Language;
};

/** Changes that can still be taken back, and how the dates moved when one was (R21). */
export function ChangesLately(props: ChangesLatelyProps) {
  const { lately, mayAct, patientId, zone, today, isOneArch, language } = props;
  const words = translationsIn(language, "treatment");
  const home = translationsIn(language, "home");
  const said =
    lately.undone === null ? null : sayMovement(lately.undone, { words, home, language });
  const look = { words, home, language, zone, today, isOneArch };
  return (
    <>
      <div className="contents" role="status">
        {said !== null && (
          <section
            aria-labelledby={`${undoneId}-title`}
            className="flex animate-settle flex-col gap-3 rounded-card border border-accent bg-surface p-5 shadow-soft"
            id={undoneId}
            tabIndex={-1}
          >
            <h2 className="flex items-center gap-2 font-semibold text-lg" id={`${undoneId}-title`}>
              <Undo2 aria-hidden="true" className="size-5 text-accent rtl:-scale-x-100" />
              {words("undo.doneTitle")}
            </h2>
            <PlanMovement
              said={said}
              words={pickWords((key) => words(`movement.${key}`), planMovementWordKeys)}
            />
          </section>
        )}
      </div>
      {mayAct && (
        <UndoPresses
          patientId={patientId}
          presses={lately.undoable.map((press) => pressToUndo(press, look))}
          words={{ title: words("undo.title"), action: words("undo.action") }}
        />
      )}
    </>
  );
}

interface Look {
  readonly words: Translate;
  readonly home: Translate;
  readonly language: string;
  readonly zone: string;
  readonly today: string;
  readonly isOneArch: boolean;
}

function pressToUndo(press: UndoablePress, look: Look): PressToUndo {
  const { words, home, language, zone, isOneArch } = look;
  const stages = stagesMidSentence(home, press.stages, isOneArch);
  const time = (at: string) => formatInstantTime(at, zone, language);
  const markedOn = dayOf(press.recordedAt, zone);
  const marked = {
    stages: capitalised(stages),
    day: dayName(press.recordedAt, look),
    time: time(press.recordedAt),
  };
  return {
    changeId: press.changeId,
    line:
      press.changedOn === markedOn
        ? words("undo.marked", marked)
        : words("undo.markedFor", { ...marked, changedOn: shortDay(press.changedOn, language) }),
    until: words("undo.until", {
      day: dayName(press.untilAt, look),
      time: time(press.untilAt),
    }),
    name: words("undo.actionNamed", { stages }),
  };
}

function dayOf(at: string, zone: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** "today", "yesterday", "tomorrow", else the day. */
function dayName(at: string, { words, language, zone, today }: Look): string {
  const on = dayOf(at, zone);
  const days = Temporal.PlainDate.from(today).until(on).days;
  if (days === 0) return words("undo.today");
  if (days === -1) return words("undo.yesterday");
  return days === 1 ? words("undo.tomorrow") : shortDay(on, language);
}

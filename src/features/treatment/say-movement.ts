import type {
  ArchMovement,
  FinishMoved,
  MovedDay,
  PlanMovement,
  StageMark,
} from "@/domain/treatment/plan-movement";
import { shortDay } from "@/lib/short-day";
import { type Translate, translationsIn } from "@/lib/translations";
import { languageFor } from "@/lib/words";
import type { Services } from "@/server/services";
import { capitalised, stagesMidSentence } from "./components/stage-names";
import type { SaidMovement, SaidRow } from "./movement-schema";
import { sayEditReason } from "./say-edit-reason";

interface Language {
  /** Words of `treatment` and `home`. */
  readonly words: Translate;
  readonly home: Translate;
  readonly language: string;
}

/** What moves in a plan and why, in the patient's words (R22). One row for both arches while they go together. */
export function sayMovement(movement: PlanMovement, language: Language): SaidMovement {
  const { arches, isSame } = movement;
  const { words } = language;
  const [first, second] = arches;
  const rows = [
    ...rowsOf(movement, "worn", (moved) => wornRow(moved, movement, language)),
    ...rowsOf(movement, "next", (moved) => nextRow(moved, language)),
    ...rowsOf(movement, "finish", ({ finish }) => finishRow(finish, language)),
  ];
  const later = Math.max(first?.laterStages.length ?? 0, second?.laterStages.length ?? 0);
  const notes = [
    ...(isSame ? [words("movement.same")] : []),
    ...(later > 0 ? [words("movement.later", { count: later })] : []),
  ];
  return { lead: leadOf(movement, language), rows, notes };
}

/** The same for an answer, in the language of whoever asks. */
export function sayMovementTo(services: Services, movement: PlanMovement): SaidMovement {
  const language = languageFor(services.request.language);
  return sayMovement(movement, {
    words: translationsIn(language, "treatment"),
    home: translationsIn(language, "home"),
    language,
  });
}

/** The first sentences: what was decided, and why. */
function leadOf(movement: PlanMovement, { words, home, language }: Language): string {
  const { reason, arches, days = 0 } = movement;
  const day = (on: { toString(): string }) => shortDay(on.toString(), language);
  const isOneArch = arches.length < 2;
  const touched = arches.filter((moved) => isTouched(moved));
  const stages = stagesMidSentence(
    home,
    (touched.length > 0 ? touched : arches).flatMap(({ wornAfter }) => wornAfter ?? []),
    isOneArch,
  );
  switch (reason) {
    case "paused": {
      const { fromOn, untilOn = null } = movement;
      const from = fromOn === undefined ? "" : day(fromOn);
      return untilOn === null
        ? words("movement.lead.pausedOpen", { from })
        : words("movement.lead.paused", { from, until: day(untilOn) });
    }
    case "extended":
      return words("movement.lead.extended", { stages, days });
    case "backtracked": {
      const isAgain = touched.every(
        ({ wornBefore, wornAfter }) => wornBefore?.id === wornAfter?.id,
      );
      return words(isAgain ? "movement.lead.again" : "movement.lead.backtracked", { stages });
    }
    case "replacement":
      return words("movement.lead.replacement", {
        stages,
        until: movement.untilOn == null ? "" : day(movement.untilOn),
      });
    case "change_undone": {
      const before = touched.flatMap(({ wornBefore, wornAfter }) =>
        wornBefore === null || wornBefore.id === wornAfter?.id ? [] : [wornBefore],
      );
      return words("movement.lead.change_undone", {
        stages: stagesMidSentence(home, before, isOneArch),
      });
    }
    default:
      return [
        words(`movement.lead.${reason}`),
        ...(movement.why ?? []).map((one) => sayEditReason(one, words, language)),
      ].join(" ");
  }
}

function isTouched({ wornBefore, wornAfter, nextChange, finish }: ArchMovement): boolean {
  return wornBefore?.id !== wornAfter?.id || nextChange.daysLater !== 0 || finish.daysLater !== 0;
}

type Row = Omit<SaidRow, "key" | "term">;

/** One row when the arches say the same, else one each; none without anything to say. */
function rowsOf(
  { arches }: PlanMovement,
  key: "worn" | "next" | "finish",
  rowOf: (moved: ArchMovement) => (Row & { readonly term: (arch: string) => string }) | null,
): SaidRow[] {
  const rows = arches.flatMap((moved) => {
    const row = rowOf(moved);
    return row === null ? [] : [{ arch: moved.arch, row }];
  });
  const [first, second] = rows;
  if (first === undefined) return [];
  const isAlike =
    arches.length < 2 ||
    (second !== undefined &&
      first.row.before === second.row.before &&
      first.row.after === second.row.after);
  const named = isAlike ? [{ arch: "both", row: first.row }] : rows;
  return named.map(({ arch, row: { term, ...row } }) => ({
    key: `${key} ${arch}`,
    term: term(arch),
    ...row,
  }));
}

function wornRow(
  { wornBefore, wornAfter }: ArchMovement,
  { reason }: PlanMovement,
  { words, home }: Language,
) {
  if (wornAfter === null || wornBefore === null || wornBefore.id === wornAfter.id) return null;
  if (reason === "plan_edited" || reason === "plan_ready") return null;
  const name = (stage: StageMark) => capitalised(stagesMidSentence(home, [stage], true));
  return {
    term: (arch: string) => words("movement.worn", { arch }),
    before: name(wornBefore),
    after: name(wornAfter),
    moved: null,
    tone: "same" as const,
  };
}

function nextRow({ nextChange, waitsFor, nextStage }: ArchMovement, { words, language }: Language) {
  const { before, after } = nextChange;
  if (before === null && after === null && waitsFor === null) return null;
  if (nextStage === null && before === null) return null;
  const day = (on: typeof before) => (on === null ? null : shortDay(on.toString(), language));
  const waits = waitsFor === null ? words("movement.none") : words(`movement.waits.${waitsFor}`);
  return {
    term: (arch: string) => words("movement.next", { arch }),
    before: nextChange.daysLater === 0 ? null : day(before),
    after: day(after) ?? waits,
    ...movedWords(nextChange, words),
  };
}

function finishRow(finish: FinishMoved, { words, language }: Language) {
  const { before, after, isEarliest } = finish;
  if (before === null && after === null) return null;
  const day = (on: typeof before) =>
    on === null ? null : shortDay(on.toString(), language, { weekday: false, year: true });
  const to = day(after);
  return {
    term: (arch: string) => words("movement.finish", { arch }),
    before: finish.daysLater === 0 ? null : day(before),
    after:
      to === null
        ? words("movement.open")
        : isEarliest
          ? words("movement.earliest", { day: to })
          : words("movement.around", { day: to }),
    ...movedWords(finish, words),
  };
}

function movedWords({ daysLater }: MovedDay, words: Translate): Pick<Row, "moved" | "tone"> {
  if (daysLater === null || daysLater === 0) return { moved: null, tone: "same" };
  const days = Math.abs(daysLater);
  return daysLater > 0
    ? { moved: words("movement.daysLater", { days }), tone: "later" }
    : { moved: words("movement.daysSooner", { days }), tone: "sooner" };
}

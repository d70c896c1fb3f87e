"use client";

import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Actions } from "@/components/layout";
import { SelectField } from "@/components/select-field";
import { TextField } from "@/components/text-field";
import { useForm } from "@/components/use-form";
import { fillIn } from "@/lib/fill-in";
import type { WearNotedView } from "../schema";
import { putWear, useNote } from "./use-note";
import { WearChips } from "./wear-chips";
import type { WearWords } from "./wear-words";

export interface DayToNote {
  readonly on: string;
  /** "Today", "Monday 16 November". */
  readonly name: string;
  readonly minutes: number | null;
  /** How long the day is, in words. */
  readonly hoursHint: string;
}

type WearDialogProps = {
  patientId: string;
  day: DayToNote;
  choices: readonly number[];
  words: WearWords;
  onNoted: (noted: WearNotedView) => void;
  onClose: () => void;
};

const path = "/api/treatment/wear";
const quarters = ["0", "15", "30", "45"].map((value) => ({ value, label: value }));

/** One day's wear: a usual amount by one press, or the exact one (R23). */
export function WearDialog(props: WearDialogProps) {
  const { patientId, day, choices, words, onNoted, onClose } = props;
  const { note, told, sending, problem } = useNote(patientId, (noted) => {
    onNoted(noted);
    onClose();
  });
  const exact = useForm<WearNotedView>({
    path,
    body: ({ text }) => minutesIn(text("minutes"), text("rest")),
    send: (minutes) => putWear(patientId, day.on, typeof minutes === "number" ? minutes : -1),
    onDone: told,
  });
  const removal = useForm<WearNotedView>({
    path,
    send: () => putWear(patientId, day.on, null),
    onDone: told,
  });
  const stands = day.minutes;
  return (
    <Dialog onClose={onClose} open title={fillIn(words.dialogTitle, { day: day.name })}>
      <div className="flex flex-col gap-5">
        <WearChips
          amount={words.amount}
          choices={choices}
          label={words.howLong}
          minutes={stands}
          onChoose={(minutes) => void note(day.on, minutes)}
          sending={sending}
        />
        {problem !== "" && (
          <p className="text-danger" role="alert">
            {problem}
          </p>
        )}
        <form {...exact.props} className="flex flex-col gap-4 border-hairline border-t pt-4">
          <h3 className="font-semibold">{words.exactly}</h3>
          <FormErrorSummary form={exact} />
          <div className="grid grid-cols-2 gap-4">
            <TextField
              {...exact.field("minutes")}
              autoComplete="off"
              defaultValue={stands === null ? "" : String(Math.floor(stands / 60))}
              hint={day.hoursHint}
              inputMode="numeric"
              label={words.hours}
              required
            />
            <SelectField
              {...exact.field("rest")}
              defaultValue={stands === null ? "0" : String(stands % 60)}
              label={words.minutes}
              options={quartersWith(stands)}
            />
          </div>
          <Actions>
            <Button pending={exact.pending} type="submit">
              {words.save}
            </Button>
          </Actions>
        </form>
        {stands !== null && (
          <form {...removal.props} className="flex flex-col gap-3">
            <FormErrorSummary form={removal} />
            <Button kind="quiet" pending={removal.pending} type="submit">
              {words.remove}
            </Button>
          </form>
        )}
      </div>
    </Dialog>
  );
}

/** What stands keeps its own minutes. */
function quartersWith(minutes: number | null) {
  const rest = String((minutes ?? 0) % 60);
  return quarters.some(({ value }) => value === rest)
    ? quarters
    : [...quarters, { value: rest, label: rest }];
}

/** Minutes of what was typed, such as 21 and 30, or 21.5; -1 for what is no number, which the route refuses. */
function minutesIn(hours: string, rest: string): number {
  const typed = hours.trim().replace(",", ".");
  const whole = typed === "" ? Number.NaN : Number(typed);
  return Number.isFinite(whole) ? Math.round(whole * 60) + Number(rest) : -1;
}

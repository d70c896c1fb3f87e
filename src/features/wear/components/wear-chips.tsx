"use client";

import { Check } from "lucide-react";
import { Spinner } from "@/components/spinner";
import { classNames } from "@/lib/class-names";
import { type AmountWords, amountOf } from "./amount";

type WearChipsProps = {
  label: string;
  choices: readonly number[];
  /** What stands for the day. */
  minutes: number | null;
  sending: number | null;
  amount: AmountWords;
  onChoose: (minutes: number) => void;
  /** The way to any other amount; left out, there is none. */
  other?: { label: string; onChoose: () => void };
};

/** A few amounts of a day, each noted by one press; the one that stands is filled. */
export function WearChips(props: WearChipsProps) {
  const { label, choices, minutes, sending, amount, onChoose, other } = props;
  const isOther = minutes !== null && !choices.includes(minutes);
  return (
    <fieldset aria-label={label} className="grid grid-cols-2 gap-2 min-[22rem]:grid-cols-4">
      {choices.map((choice) => (
        <Chip
          isOn={minutes === choice}
          isSending={sending === choice}
          key={choice}
          onPress={() => onChoose(choice)}
        >
          {amountOf(choice, amount)}
        </Chip>
      ))}
      {other !== undefined && (
        <Chip isOn={isOther} isSending={false} onPress={other.onChoose}>
          {isOther ? amountOf(minutes, amount) : other.label}
        </Chip>
      )}
    </fieldset>
  );
}

type ChipProps = { isOn: boolean; isSending: boolean; onPress: () => void; children: string };

function Chip({ isOn, isSending, onPress, children }: ChipProps) {
  return (
    <button
      aria-busy={isSending || undefined}
      aria-pressed={isOn}
      className={classNames(
        "inline-flex min-h-12 select-none items-center justify-center gap-1 rounded-control border px-1 font-semibold transition-colors duration-150 active:translate-y-px",
        isOn
          ? "border-accent bg-accent text-on-accent"
          : "border-edge bg-surface hover:border-ink hover:bg-sunken",
      )}
      onClick={onPress}
      type="button"
    >
      {isSending ? (
        <Spinner />
      ) : (
        isOn && <Check aria-hidden="true" className="size-4 shrink-0" strokeWidth={3} />
      )}
      <span>{children}</span>
    </button>
  );
}

import { classNames } from "@/lib/class-names";

type SideSwitchProps = {
  withAligner: boolean;
  onChange: (withAligner: boolean) => void;
  words: Record<"label" | "out" | "in" | "outLead" | "inLead", string>;
};

/** Aligner out (all needed) or in (not a must). */
export function SideSwitch({ withAligner, onChange, words }: SideSwitchProps) {
  return (
    <div className="flex flex-col gap-2">
      <fieldset
        aria-label={words.label}
        className="grid grid-cols-2 gap-1 rounded-control bg-sunken p-1"
      >
        {[false, true].map((side) => (
          <button
            aria-pressed={withAligner === side}
            className={classNames(
              "min-h-11 rounded-[0.4rem] border font-medium transition-colors",
              withAligner === side
                ? "border-hairline bg-surface text-ink shadow-soft"
                : "border-transparent text-muted hover:text-ink",
            )}
            key={String(side)}
            onClick={() => onChange(side)}
            type="button"
          >
            {side ? words.in : words.out}
          </button>
        ))}
      </fieldset>
      <p className="text-center text-muted text-sm">{withAligner ? words.inLead : words.outLead}</p>
    </div>
  );
}

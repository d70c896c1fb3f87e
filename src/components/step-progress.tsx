type StepProgressProps = {
  /** Counted from one. */
  step: number;
  total: number;
  /** "Step 2 of 6", read and shown. */
  label: string;
};

/** How far a guided form has come; a row of trays that fill. */
export function StepProgress({ step, total, label }: StepProgressProps) {
  return (
    <div className="flex flex-col gap-2">
      <p className="font-semibold text-accent text-sm">{label}</p>
      <div aria-hidden="true" className="flex gap-1.5">
        {Array.from({ length: total }, (_, index) => (
          <span
            className={`h-2 grow rounded-chip border ${
              index < step ? "border-accent bg-accent" : "border-hairline bg-sunken"
            } ${index === step - 1 ? "opacity-100" : index < step ? "opacity-55" : ""}`}
            // biome-ignore lint/suspicious/noArrayIndexKey: the steps never move
            key={index}
          />
        ))}
      </div>
    </div>
  );
}

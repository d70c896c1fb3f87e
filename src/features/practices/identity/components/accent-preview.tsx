import { practiceAccent } from "../../accent";

type AccentPreviewProps = {
  colour: string;
  words: Record<"byDay" | "byNight" | "adjusted" | "ownColour", string>;
};

/** The colour as buttons and links will show it; one that could not be read as text was made darker or lighter. */
export function AccentPreview({ colour, words }: AccentPreviewProps) {
  const accent = practiceAccent(colour.trim() === "" ? null : colour.trim());
  if (!accent)
    return <p className="text-muted text-sm">{colour.trim() === "" ? words.ownColour : ""}</p>;
  const isAdjusted = accent.light.accent !== colour.trim().toLowerCase();
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-3">
        {[
          { label: words.byDay, colours: accent.light },
          { label: words.byNight, colours: accent.dark },
        ].map(({ label, colours }) => (
          <svg
            aria-hidden="true"
            className="h-14 w-44 rounded-control"
            key={label}
            viewBox="0 0 176 56"
          >
            <rect fill={colours.accent} height="56" width="176" />
            <text fill={colours.onAccent} fontSize="15" fontWeight="600" x="16" y="34">
              {label}
            </text>
          </svg>
        ))}
      </div>
      {isAdjusted && <p className="text-muted text-sm">{words.adjusted}</p>}
    </div>
  );
}

import { CalendarCheck, Camera, Check } from "lucide-react";
import type { ReactNode } from "react";
import type { PlanWords } from "./plan-words";

const box = "grid size-5 place-items-center rounded-[0.35rem] border";

/** What the marks of the strip mean. */
export function StripLegend({ words }: { words: PlanWords }) {
  const icon = "size-3";
  const marks: readonly (readonly [keyof PlanWords, string, ReactNode])[] = [
    [
      "strip.legend.worn",
      "border-transparent bg-accent text-on-accent",
      <Check aria-hidden="true" className={icon} key="worn" />,
    ],
    ["strip.legend.current", "border-accent bg-accent-soft", null],
    [
      "strip.legend.visit",
      "border-notice bg-notice-soft text-notice",
      <CalendarCheck aria-hidden="true" className={icon} key="visit" />,
    ],
    [
      "strip.legend.photo_check_in",
      "border-notice bg-notice-soft text-notice",
      <Camera aria-hidden="true" className={icon} key="photo" />,
    ],
    [
      "strip.legend.work",
      "border-edge bg-surface",
      <span className="size-1.5 rounded-chip bg-current" key="work" />,
    ],
    ["strip.legend.passive", "border-edge border-dashed bg-surface", null],
    ["strip.legend.overcorrection", "border-3 border-edge border-double bg-surface", null],
  ];
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1.5 text-muted text-sm">
      {marks.map(([key, look, mark]) => (
        <li className="flex items-center gap-1.5" key={key}>
          <span className={`${box} ${look}`}>{mark}</span>
          {words[key]}
        </li>
      ))}
    </ul>
  );
}

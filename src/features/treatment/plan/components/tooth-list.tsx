"use client";

import { Trash2 } from "lucide-react";
import { fillIn } from "@/lib/fill-in";
import type { StageDraft } from "../schema";
import { NumberEntry } from "./number-entry";
import type { PlanWords } from "./plan-words";
import { withIpr } from "./tooth-work";

type ToothListProps = {
  id: string;
  stage: StageDraft;
  onChange: (change: Partial<StageDraft>) => void;
  words: PlanWords;
};

/** The chart's equal in text, with the millimetres to type. */
export function ToothList({ id, stage, onChange, words }: ToothListProps) {
  const { place, remove, ipr } = stage;
  if (place.length + remove.length + ipr.length === 0) {
    return <p className="text-muted text-sm">{words["teeth.nothing"]}</p>;
  }
  return (
    <div className="flex flex-col gap-2">
      {place.length > 0 && <p>{fillIn(words["teeth.place"], { teeth: place.join(", ") })}</p>}
      {remove.length > 0 && <p>{fillIn(words["teeth.remove"], { teeth: remove.join(", ") })}</p>}
      <ul className="flex flex-wrap gap-3">
        {ipr.map(({ between, millimetres }) => {
          const [one, other] = between;
          return (
            <li className="flex items-end gap-1" key={between.join()}>
              <NumberEntry
                id={`${id}-ipr-${between.join("-")}`}
                label={fillIn(words["teeth.iprOf"], { one, other })}
                least={0.05}
                most={1}
                onEnter={(value) => onChange(withIpr(stage, between, value))}
                step={0.05}
                value={millimetres}
              />
              <button
                aria-label={fillIn(words["teeth.iprRemove"], { one, other })}
                className="grid size-11 place-items-center rounded-control text-muted hover:bg-sunken hover:text-danger"
                onClick={() => onChange(withIpr(stage, between, null))}
                type="button"
              >
                <Trash2 aria-hidden="true" className="size-5" />
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

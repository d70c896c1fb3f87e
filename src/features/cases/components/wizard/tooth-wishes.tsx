"use client";

import { type KeyboardEvent, useRef, useState } from "react";
import { Checkbox } from "@/components/choices";
import {
  isContradictory,
  TOOTH_WISHES,
  type ToothInstruction,
  type ToothWish,
} from "@/domain/cases/prescription";
import type { Arch } from "@/domain/treatment/facts";
import { TEETH } from "@/domain/treatment/plan/teeth";
import { classNames } from "@/lib/class-names";
import { fillIn } from "@/lib/fill-in";
import type { PrescriptionWords, WizardWords } from "./wizard-words";

type ToothWishesProps = {
  teeth: readonly ToothInstruction[];
  /** Those that are treated. */
  arches: readonly Arch[];
  onChange: (teeth: readonly ToothInstruction[]) => void;
  words: WizardWords;
  names: PrescriptionWords["wishes"];
};

/** The dental chart, by FDI: a tooth is pressed, its wishes are ticked below. Arrows walk along the arch. */
export function ToothWishes({ teeth, arches, onChange, words, names }: ToothWishesProps) {
  const [tooth, setTooth] = useState<number | null>(null);
  const wishesOf = (one: number) => teeth.find((entry) => entry.tooth === one)?.wishes ?? [];
  const chosen = tooth === null ? [] : wishesOf(tooth);

  function setWishes(one: number, wishes: readonly ToothWish[]) {
    const others = teeth.filter((entry) => entry.tooth !== one);
    const all = wishes.length === 0 ? others : [...others, { tooth: one, wishes }];
    onChange(all.toSorted((a, b) => a.tooth - b.tooth));
  }

  return (
    <div className="flex flex-col gap-4">
      {arches.map((arch) => (
        <ArchRow
          arch={arch}
          chosen={tooth}
          key={arch}
          onChoose={setTooth}
          wishesOf={wishesOf}
          words={words}
          names={names}
        />
      ))}
      {tooth !== null && (
        <fieldset className="flex flex-col gap-1 rounded-card bg-sunken p-4 sm:p-5">
          <legend className="float-start mb-1 font-semibold">
            {fillIn(words.wishesOf, { tooth })}
          </legend>
          <div className="clear-both grid sm:grid-cols-2 lg:grid-cols-3">
            {TOOTH_WISHES.map((wish) => (
              <Checkbox
                checked={chosen.includes(wish)}
                id={`wish-${wish}`}
                key={wish}
                label={names[wish]}
                name={`wish-${wish}`}
                onChange={({ target }) =>
                  setWishes(
                    tooth,
                    TOOTH_WISHES.filter((one) =>
                      one === wish ? target.checked : chosen.includes(one),
                    ),
                  )
                }
              />
            ))}
          </div>
          <p className="text-danger text-sm empty:hidden" role="status">
            {isContradictory(chosen) ? words.clash : ""}
          </p>
        </fieldset>
      )}
    </div>
  );
}

type ArchRowProps = {
  arch: Arch;
  chosen: number | null;
  onChoose: (tooth: number) => void;
  wishesOf: (tooth: number) => readonly ToothWish[];
  words: WizardWords;
  names: PrescriptionWords["wishes"];
};

function ArchRow({ arch, chosen, onChoose, wishesOf, words, names }: ArchRowProps) {
  const row = useRef<HTMLFieldSetElement>(null);
  const teeth = TEETH[arch];
  const [at, setAt] = useState(7);

  function walk(event: KeyboardEvent) {
    const to = {
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      Home: 0,
      End: teeth.length - 1,
    }[event.key];
    const button = to === undefined ? null : row.current?.querySelectorAll("button")[to];
    if (to === undefined || !button) return;
    event.preventDefault();
    setAt(to);
    button.focus();
  }

  const label = fillIn(words.chart, {
    arch: arch === "upper" ? words.upperArch : words.lowerArch,
  });
  return (
    <fieldset aria-label={label} className="min-w-0" onKeyDown={walk} ref={row}>
      <div className="grid grid-cols-8 gap-1 lg:grid-cols-16">
        {teeth.map((tooth, index) => {
          const wishes = wishesOf(tooth);
          const name =
            wishes.length === 0
              ? fillIn(words.tooth, { tooth })
              : fillIn(words.toothWith, {
                  tooth,
                  wishes: wishes.map((one) => names[one]).join(", "),
                });
          return (
            <button
              aria-label={name}
              aria-pressed={chosen === tooth}
              className={classNames(
                "min-h-11 min-w-0 rounded-control border font-medium text-dense",
                toothLook(wishes),
                chosen === tooth && "outline-3 outline-accent outline-offset-1",
              )}
              key={tooth}
              onClick={() => {
                setAt(index);
                onChoose(tooth);
              }}
              tabIndex={index === at ? 0 : -1}
              type="button"
            >
              {tooth}
            </button>
          );
        })}
      </div>
    </fieldset>
  );
}

function toothLook(wishes: readonly ToothWish[]): string {
  if (isContradictory(wishes)) return "border-danger border-2 bg-danger-soft text-danger";
  if (wishes.includes("extract") || wishes.includes("missing"))
    return "border-edge border-dashed bg-sunken text-muted line-through";
  if (wishes.length > 0) return "border-accent bg-accent-soft";
  return "border-edge bg-surface hover:border-ink";
}

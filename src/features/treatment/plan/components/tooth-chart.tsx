"use client";

import { type KeyboardEvent, useRef, useState } from "react";
import { archTeeth, toothPath } from "@/components/arch-geometry";
import type { Arch } from "@/domain/treatment/facts";
import { CONTACTS, TEETH } from "@/domain/treatment/plan/teeth";
import { classNames } from "@/lib/class-names";
import { fillIn } from "@/lib/fill-in";
import type { StageDraft } from "../schema";
import type { PlanWords } from "./plan-words";
import { iprAt, toothState } from "./tooth-work";

type ToothChartProps = {
  stage: StageDraft;
  onTooth: (tooth: number) => void;
  /** `by`: more or less of it; 0 takes it away. */
  onContact: (between: readonly [number, number], by: "more" | "less" | "none") => void;
  words: PlanWords;
};

const HALF = 132;
const HEIGHT = 138;
const places = archTeeth(HALF, HEIGHT);

/** Where things lie: the upper arch opens downwards, the lower one upwards, as one looks at the patient. */
function laid(arch: Arch) {
  const turned = (y: number) => (arch === "upper" ? y : HEIGHT - y);
  const teeth = places.map(({ x, y, turn, width, depth }) => ({
    x,
    y: turned(y),
    turn: arch === "upper" ? turn : 180 - turn,
    width,
    depth,
  }));
  const contacts = teeth.slice(1).map((tooth, index) => {
    const before = teeth[index] ?? tooth;
    const angle = (((before.turn + tooth.turn) / 2) * Math.PI) / 180;
    const out = Math.max(before.depth, tooth.depth) / 2 + 13;
    return {
      x: (before.x + tooth.x) / 2 + out * Math.sin(angle),
      y: (before.y + tooth.y) / 2 - out * Math.cos(angle),
    };
  });
  return { teeth, contacts };
}

const geometry = { upper: laid("upper"), lower: laid("lower") };
type Cell = { readonly row: "teeth" | "contacts"; readonly at: number };

/** One arch to press on: teeth for attachments, the gaps between them for IPR. Keyboard: a grid of two rows. */
export function ToothChart({ stage, onTooth, onContact, words }: ToothChartProps) {
  const { arch } = stage;
  const { teeth, contacts } = geometry[arch];
  const box = useRef<HTMLDivElement>(null);
  const [cell, setCell] = useState<Cell>({ row: "teeth", at: 7 });

  function go(next: Cell) {
    setCell(next);
    box.current?.querySelector<SVGElement>(`[data-cell="${next.row} ${next.at}"]`)?.focus();
  }
  function press(event: KeyboardEvent, { row, at }: Cell) {
    const count = row === "teeth" ? 16 : 15;
    const moves: Record<string, Cell | undefined> = {
      ArrowLeft: { row, at: Math.max(0, at - 1) },
      ArrowRight: { row, at: Math.min(count - 1, at + 1) },
      Home: { row, at: 0 },
      End: { row, at: count - 1 },
      ArrowDown: { row: "contacts", at: Math.min(at, 14) },
      ArrowUp: { row: "teeth", at },
    };
    const acts: Record<string, "more" | "less" | "none" | undefined> = {
      Enter: "more",
      " ": "more",
      "+": "more",
      "-": "less",
      Delete: "none",
      Backspace: "none",
    };
    const act = acts[event.key];
    const move = moves[event.key];
    if (!act && !move) return;
    event.preventDefault();
    if (move) go(move);
    const contact = CONTACTS[arch][at];
    if (act && row === "contacts" && contact) onContact(contact, act);
    const tooth = TEETH[arch][at];
    if (act === "more" && row === "teeth" && tooth) onTooth(tooth);
  }
  const tab = ({ row, at }: Cell) => (cell.row === row && cell.at === at ? 0 : -1);
  return (
    // biome-ignore lint/a11y/useSemanticElements: an arch is no table
    <div
      aria-label={words[`teeth.label.${arch}`]}
      className="overflow-x-auto"
      ref={box}
      role="grid"
    >
      <svg
        className="w-full min-w-108 max-w-xl touch-manipulation"
        role="presentation"
        viewBox={arch === "upper" ? "-178 -40 356 208" : "-178 -30 356 208"}
      >
        <text className="fill-muted text-[0.7rem]" textAnchor="middle" x="-60" y={HEIGHT / 2 + 20}>
          {words["teeth.right"]}
        </text>
        <text className="fill-muted text-[0.7rem]" textAnchor="middle" x="60" y={HEIGHT / 2 + 20}>
          {words["teeth.left"]}
        </text>
        {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
        <g role="row">
          {teeth.map((place, at) => {
            const tooth = TEETH[arch][at] ?? 0;
            const state = toothState(stage, tooth);
            const look = toothLooks[state];
            return (
              // biome-ignore lint/a11y/useSemanticElements: see the grid
              <g
                aria-label={fillIn(words["teeth.tooth"], {
                  tooth,
                  state: words[`teeth.states.${state}`],
                })}
                aria-selected={state !== "none"}
                className="group cursor-pointer outline-hidden"
                data-cell={`teeth ${at}`}
                key={tooth}
                onClick={() => {
                  go({ row: "teeth", at });
                  onTooth(tooth);
                }}
                onKeyDown={(event) => press(event, { row: "teeth", at })}
                role="gridcell"
                tabIndex={tab({ row: "teeth", at })}
                transform={`translate(${place.x} ${place.y})`}
              >
                <path
                  className={classNames("stroke-[1.2]", inFocus, look.tooth)}
                  d={toothPath(place, 0.8)}
                  strokeDasharray={state === "remove" ? "3 2" : undefined}
                  transform={`rotate(${place.turn})`}
                />
                <text
                  className={classNames("font-medium text-[0.62rem]", look.text)}
                  dominantBaseline="central"
                  textAnchor="middle"
                  textDecoration={state === "remove" ? "line-through" : undefined}
                >
                  {tooth}
                </text>
              </g>
            );
          })}
        </g>
        {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
        <g role="row">
          {contacts.map(({ x, y }, at) => {
            const between = CONTACTS[arch][at];
            if (!between) return null;
            const millimetres = iprAt(stage, between);
            const state = millimetres
              ? fillIn(words["teeth.ipr"], { mm: millimetres })
              : words["teeth.noIpr"];
            const [one, other] = between;
            return (
              // biome-ignore lint/a11y/useSemanticElements: see the grid
              <g
                aria-label={fillIn(words["teeth.contact"], { one, other, state })}
                aria-selected={millimetres !== null}
                className="group cursor-pointer outline-hidden"
                data-cell={`contacts ${at}`}
                key={between.join()}
                onClick={() => {
                  go({ row: "contacts", at });
                  onContact(between, "more");
                }}
                onKeyDown={(event) => press(event, { row: "contacts", at })}
                role="gridcell"
                tabIndex={tab({ row: "contacts", at })}
                transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}
              >
                <circle className="fill-transparent" r="11" />
                <circle
                  className={classNames(
                    inFocus,
                    millimetres
                      ? "fill-notice-soft stroke-notice"
                      : "fill-surface stroke-edge hover:stroke-ink",
                  )}
                  r={millimetres ? 10.5 : 7.5}
                />
                <text
                  className={
                    millimetres
                      ? "fill-notice font-semibold text-[0.62rem]"
                      : "fill-muted text-[0.62rem]"
                  }
                  dominantBaseline="central"
                  textAnchor="middle"
                >
                  {millimetres ? millimetres.toFixed(1).replace(/^0/, "") : "·"}
                </text>
              </g>
            );
          })}
        </g>
      </svg>
    </div>
  );
}

/** The ring has the tooth's own shape: a box around it would lie over its neighbours. */
const inFocus = "group-focus-visible:stroke-ink group-focus-visible:stroke-[3]";

const toothLooks = {
  none: { tooth: "fill-surface stroke-edge hover:stroke-ink", text: "fill-ink" },
  place: { tooth: "fill-accent stroke-accent", text: "fill-on-accent" },
  remove: { tooth: "fill-danger-soft stroke-danger", text: "fill-danger" },
} as const;

"use client";

import {
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import type { DiaryVisit } from "../../schema";
import { type Axis, msAt, yOf } from "../../view/day-axis";
import type { DiaryColumn } from "../../view/diary-columns";
import { isSamePlace, type Moving, type Place, placeOfVisit } from "../moving-types";
import { dragVisit, type Grip } from "./drag-visit";
import { SNAP_MINUTES } from "./place";

interface MovingPlan {
  readonly axis: Axis;
  readonly columns: readonly DiaryColumn[];
  readonly scroller: RefObject<HTMLElement | null>;
  /** The visit was set somewhere: what it will do is shown, and asked. */
  readonly onSet: (visit: DiaryVisit, to: Place) => void;
}

/** Moves and resizes a visit as a ghost, by pointer, touch or keys; nothing is sent here (R36, WCAG 2.5.7). */
export function useMoving({ axis, columns, scroller, onSet }: MovingPlan) {
  const [moving, setMoving] = useState<Moving | null>(null);
  const latest = useRef<Moving | null>(null);
  const dragged = useRef(false);
  const show = useCallback((next: Moving | null) => {
    const known = latest.current;
    if (known && next && known.columnKey === next.columnKey && isSamePlace(known, next)) return;
    latest.current = next;
    setMoving(next);
  }, []);
  const finish = useEffectEvent((set: boolean) => {
    const last = latest.current;
    show(null);
    if (!last) return;
    if (set && !isSamePlace(last, placeOfVisit(last.visit))) onSet(last.visit, last);
    else focusVisit(last.visit.id);
  });
  const ground = useRef({ axis, columns });
  ground.current = { axis, columns };

  const press = useCallback(
    (event: PointerEvent<HTMLElement>, visit: DiaryVisit, kind: Grip["kind"]) => {
      const box = scroller.current;
      if (event.button !== 0 || !visit.can.includes("move") || !box) return;
      if (!matchMedia("(min-width: 48rem)").matches) return;
      dragged.current = false;
      const from = placeOfVisit(visit);
      const grip = { kind, startMs: from.startMs, minutes: from.minutes };
      const columnOf = (key: string) => ground.current.columns.find((one) => one.key === key);
      dragVisit(
        event.nativeEvent,
        grip,
        { axis: ground.current.axis, scroller: box, columnOf },
        {
          onPull: ({ column, startMs, minutes }) => {
            dragged.current = true;
            const here = kind === "resize" ? null : column;
            const to = { ...from, ...placeIn(here), startMs, minutes };
            show({
              ...to,
              visit,
              columnKey: keyFor(latest.current, here, column, visit, ground.current.columns),
              by: "pointer",
            });
          },
          onEnd: (set) => finish(set),
        },
      );
    },
    [scroller, show],
  );

  const lift = useCallback(
    (visit: DiaryVisit, columnKey: string) => {
      if (visit.can.includes("move"))
        show({ ...placeOfVisit(visit), visit, columnKey, by: "keys" });
    },
    [show],
  );
  const byKeys = moving?.by === "keys";
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const last = latest.current;
    if (!last || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") finish(false);
    else if (event.key === "Enter") finish(true);
    else {
      const next = nudged(last, event, ground.current);
      if (!next) return;
      show(next);
    }
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    if (!byKeys) return;
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listen, true);
    return () => document.removeEventListener("keydown", listen, true);
  }, [byKeys]);

  /** Whether the click that ends a press belongs to a drag; asked once. */
  const wasDragged = useCallback(() => {
    const was = dragged.current;
    dragged.current = false;
    return was;
  }, []);
  return { moving, press, lift, wasDragged };
}

/** Focuses a visit as soon as it stands in the diary and no dialog keeps the focus; given up after a second. */
export function focusVisit(id: string): void {
  let frames = 60;
  const attempt = () => {
    const visit = document.querySelector<HTMLElement>(`[data-visit="${id}"]`);
    visit?.focus();
    frames -= 1;
    if (document.activeElement !== visit && frames > 0) requestAnimationFrame(attempt);
  };
  requestAnimationFrame(attempt);
}

const placeIn = (column: DiaryColumn | null): Partial<Place> => ({
  ...(column?.practitionerId && { practitionerId: column.practitionerId }),
  ...(column?.chairId && { chairId: column.chairId }),
});

/** A visit that is pulled longer stays in its column, wherever the pointer is. */
function keyFor(
  last: Moving | null,
  here: DiaryColumn | null,
  under: DiaryColumn,
  visit: DiaryVisit,
  columns: readonly DiaryColumn[],
): string {
  if (here) return here.key;
  const home = columns.find((one) => one.visits.some((each) => each.visit.id === visit.id));
  return last?.columnKey ?? home?.key ?? under.key;
}

function nudged(
  last: Moving,
  { key, shiftKey }: KeyboardEvent,
  { axis, columns }: { axis: Axis; columns: readonly DiaryColumn[] },
): Moving | null {
  const at = columns.findIndex((one) => one.key === last.columnKey);
  const column = columns[at];
  const steps: Record<string, number> = {
    ArrowUp: -SNAP_MINUTES,
    ArrowDown: SNAP_MINUTES,
    PageUp: -60,
    PageDown: 60,
  };
  const step = steps[key];
  if (step !== undefined && shiftKey) {
    const minutes = Math.min(480, Math.max(SNAP_MINUTES, last.minutes + step));
    return { ...last, minutes };
  }
  if (step !== undefined && column) {
    const y = yOf(axis, column.day, last.startMs) + step;
    const onRaster = Math.round(y / SNAP_MINUTES) * SNAP_MINUTES;
    const top = Math.max(0, Math.min(axis.untilY - SNAP_MINUTES, onRaster));
    return { ...last, startMs: msAt(axis, column.day, top) };
  }
  const to = key === "ArrowLeft" ? columns[at - 1] : key === "ArrowRight" ? columns[at + 1] : null;
  if (to === null) return null;
  if (!to || !column) return last;
  const startMs = msAt(axis, to.day, yOf(axis, column.day, last.startMs));
  return { ...last, ...placeIn(to), startMs, columnKey: to.key };
}

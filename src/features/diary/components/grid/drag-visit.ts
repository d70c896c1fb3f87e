import { type Axis, msAt, yOf } from "../../view/day-axis";
import type { DiaryColumn } from "../../view/diary-columns";
import { SNAP_MINUTES } from "./place";

/** Pixels a mouse moves before it is a drag; a finger rests this long instead. */
const START_PX = 5;
const LONG_PRESS_MS = 350;
const EDGE_PX = 48;
const SCROLL_PX = 14;
const MINUTE_MS = 60_000;

export interface Grip {
  /** Move it, or pull its end. */
  readonly kind: "move" | "resize";
  readonly startMs: number;
  readonly minutes: number;
}

export interface Pulled {
  readonly column: DiaryColumn;
  readonly startMs: number;
  readonly minutes: number;
}

interface Ground {
  readonly axis: Axis;
  readonly scroller: HTMLElement;
  readonly columnOf: (key: string) => DiaryColumn | undefined;
}

interface Drag {
  readonly onPull: (to: Pulled) => void;
  /** Let go (true), or given up by Escape or a scroll (false). */
  readonly onEnd: (set: boolean) => void;
}

/** The column under a point, and how far down its axis (minutes) the point lies. */
export function spotAt(ground: Ground, x: number, y: number) {
  const element = document
    .elementsFromPoint(x, y)
    .map((one) => one.closest<HTMLElement>("[data-column]"))
    .find(Boolean);
  const column = ground.columnOf(element?.dataset.column ?? "");
  const body = element?.querySelector("[data-body]")?.getBoundingClientRect();
  if (!column || !body) return null;
  const { fromY, untilY } = ground.axis;
  return { column, y: fromY + ((y - body.top) / body.height) * (untilY - fromY) };
}

const snapped = (minutes: number) => Math.round(minutes / SNAP_MINUTES) * SNAP_MINUTES;

/** Follows one pointer from its press on a visit: mouse at once, finger and pen after a long press. */
export function dragVisit(press: PointerEvent, grip: Grip, ground: Ground, drag: Drag): void {
  const byMouse = press.pointerType === "mouse";
  let last = press;
  let begun = false;
  let grabbed: number | null = null;
  let frame = 0;
  const hold = byMouse ? undefined : setTimeout(begin, LONG_PRESS_MS);

  function begin() {
    begun = true;
    const spot = spotAt(ground, press.clientX, press.clientY);
    if (spot) grabbed = spot.y - yOf(ground.axis, spot.column.day, grip.startMs);
    if (!byMouse) navigator.vibrate?.(15);
    pull();
    frame = requestAnimationFrame(glide);
  }
  function pull() {
    const spot = spotAt(ground, last.clientX, last.clientY);
    if (!spot || grabbed === null) return;
    const { column, y } = spot;
    const { axis } = ground;
    if (grip.kind === "resize") {
      const endMs = msAt(axis, column.day, snapped(y));
      const minutes = Math.min(480, Math.max(SNAP_MINUTES, (endMs - grip.startMs) / MINUTE_MS));
      drag.onPull({ column, startMs: grip.startMs, minutes });
      return;
    }
    const top = Math.max(0, Math.min(axis.untilY - SNAP_MINUTES, snapped(y - grabbed)));
    drag.onPull({ column, startMs: msAt(axis, column.day, top), minutes: grip.minutes });
  }
  function glide() {
    const { scroller } = ground;
    const edge = scroller.getBoundingClientRect();
    // The nearer the edge, the faster.
    const by = (at: number, from: number, until: number) => {
      const depth = Math.max(from + EDGE_PX - at, 0) - Math.max(at - until + EDGE_PX, 0);
      return (-SCROLL_PX * Math.max(-EDGE_PX, Math.min(EDGE_PX, depth))) / EDGE_PX;
    };
    const top = Math.max(edge.top, 0);
    const dx = by(last.clientX, edge.left, edge.right);
    const dy = by(last.clientY, top, Math.min(edge.bottom, innerHeight));
    if (dx !== 0 || dy !== 0) {
      scroller.scrollBy(dx, dy);
      pull();
    }
    frame = requestAnimationFrame(glide);
  }
  function move(event: PointerEvent) {
    if (event.pointerId !== press.pointerId) return;
    last = event;
    const far = Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY) > START_PX;
    if (begun) pull();
    else if (far && byMouse) begin();
    else if (far) stop(false);
  }
  function up(event: PointerEvent) {
    if (event.pointerId === press.pointerId) stop(begun);
  }
  function cancel(event: PointerEvent) {
    if (event.pointerId === press.pointerId) stop(false);
  }
  function key(event: KeyboardEvent) {
    if (event.key !== "Escape" || !begun) return;
    event.preventDefault();
    stop(false);
  }
  function stay(event: TouchEvent) {
    if (begun) event.preventDefault();
  }
  function stop(set: boolean) {
    clearTimeout(hold);
    cancelAnimationFrame(frame);
    document.removeEventListener("pointermove", move);
    document.removeEventListener("pointerup", up);
    document.removeEventListener("pointercancel", cancel);
    document.removeEventListener("keydown", key, true);
    document.removeEventListener("touchmove", stay);
    document.removeEventListener("contextmenu", quiet);
    if (begun) drag.onEnd(set);
  }
  // A long press would open the system's menu.
  function quiet(event: Event) {
    if (!byMouse) event.preventDefault();
  }
  document.addEventListener("pointermove", move);
  document.addEventListener("pointerup", up);
  document.addEventListener("pointercancel", cancel);
  document.addEventListener("keydown", key, true);
  // Not passive: once the visit is lifted, the page must not scroll under the finger.
  document.addEventListener("touchmove", stay, { passive: false });
  document.addEventListener("contextmenu", quiet);
}

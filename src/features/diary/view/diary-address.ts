import type { Search } from "@/lib/page-search";
import { addDays, isDay, mondayOf } from "./calendar-days";

/** What the diary shows; it stands in the address, so that reload, back and a copied link keep it. */
export interface DiaryWish {
  /** YYYY-MM-DD. */
  readonly on: string;
  readonly view: "day" | "week";
  readonly by: "practitioner" | "chair";
  /** A practitioner or a chair; null is all of them. */
  readonly who: string | null;
  /** The instant to jump to. */
  readonly at: string | null;
  /** Book for this patient. */
  readonly patient: string | null;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads the address; what it does not say, or says wrongly, is as `usual`. */
export function readWish(search: Search, usual: DiaryWish): DiaryWish {
  const text = (name: string) => {
    const value = search[name];
    return typeof value === "string" ? value : "";
  };
  const id = (name: string) => (uuid.test(text(name)) ? text(name).toLowerCase() : null);
  const by = text("by") === "chair" ? "chair" : "practitioner";
  const everybody = text("who") === "all" || by === "chair";
  return {
    on: isDay(text("on")) ? text("on") : usual.on,
    view: text("view") === "week" ? "week" : "day",
    by,
    who: id("who") ?? (everybody ? null : usual.who),
    at: Number.isNaN(Date.parse(text("at"))) ? null : text("at"),
    patient: id("patient"),
  };
}

/** The address of a diary; a jump is made once and not carried on. */
export function diaryHref(path: string, wish: DiaryWish, change: Partial<DiaryWish>): string {
  const to = { ...wish, at: null, ...change };
  const query = new URLSearchParams({ on: to.on });
  if (to.view === "week") query.set("view", "week");
  if (to.by === "chair") query.set("by", "chair");
  if (to.who !== null) query.set("who", to.who);
  else if (to.by === "practitioner") query.set("who", "all");
  if (to.at !== null) query.set("at", to.at);
  if (to.patient !== null) query.set("patient", to.patient);
  return `${path}?${query}`;
}

/** Practice days `[from, to)` of what is shown. */
export function shownDays({ on, view }: Pick<DiaryWish, "on" | "view">): {
  readonly from: string;
  readonly to: string;
} {
  if (view === "day") return { from: on, to: addDays(on, 1) };
  const from = mondayOf(on);
  return { from, to: addDays(from, 7) };
}

/** The same view one step before (-1) or after (1). */
export function stepped({ on, view }: DiaryWish, by: 1 | -1): string {
  return addDays(on, view === "week" ? 7 * by : by);
}

import type { KeyboardEvent } from "react";

/** From one visit to the next: up and down in its column, left and right to the nearest one beside it. */
export function walkVisits(event: KeyboardEvent<HTMLElement>): void {
  const here = (event.target as HTMLElement).closest<HTMLElement>("[data-visit]");
  const column = here?.closest<HTMLElement>("[data-column]");
  if (!here || !column || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const step = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  if (event.key === "ArrowUp" || event.key === "ArrowDown") {
    const own = visitsIn(column);
    own[own.indexOf(here) + step]?.focus();
    return;
  }
  const columns = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-column]")];
  for (let at = columns.indexOf(column) + step; columns[at]; at += step) {
    const beside = visitsIn(columns[at]);
    const nearest = beside.toSorted((a, b) => away(a, here) - away(b, here))[0];
    nearest?.focus();
    if (nearest) return;
  }
}

const visitsIn = (column: HTMLElement | undefined) => [
  ...(column?.querySelectorAll<HTMLElement>("[data-visit]") ?? []),
];

const away = (one: HTMLElement, other: HTMLElement) =>
  Math.abs(one.getBoundingClientRect().top - other.getBoundingClientRect().top);

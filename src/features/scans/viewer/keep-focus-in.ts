import type { KeyboardEvent } from "react";

/** Tab goes round in what covers the page, so that no control behind it is reached unseen. */
export function keepFocusIn(place: HTMLElement, event: KeyboardEvent): void {
  const stops = [...place.querySelectorAll<HTMLElement>("button:not(:disabled), [tabindex='0']")];
  const [first, last] = [stops.at(0), stops.at(-1)];
  const [end, next] = event.shiftKey ? [first, last] : [last, first];
  if (document.activeElement !== end) return;
  event.preventDefault();
  next?.focus();
}

import type { HeardEvent } from "./live-event";

/** Events a process remembers, for streams that come back after a break of some seconds. */
const remembered = 2_000;

/** The events a process heard last, each with its position. */
export interface HeardLately {
  /** Takes an event down and answers its position. */
  add(event: HeardEvent): string;
  /** Where the process stands now. */
  position(): string;
  /** Everything after a position, in its order; null when that cannot be told: another process's, or too long ago. */
  since(position: string): readonly { at: string; event: HeardEvent }[] | null;
  /** Something may have been missed: no position given until now can be resumed from. */
  begin(name: string): void;
}

/** `name` makes positions of this process and this connection their own. */
export function heardLately(name: string): HeardLately {
  let epoch = name;
  let last = 0;
  let events: { number: number; event: HeardEvent }[] = [];
  const at = (number: number) => `${epoch}.${number}`;
  return {
    add(event) {
      last += 1;
      events.push({ number: last, event });
      // Cut now and then, not at every event.
      if (events.length > 2 * remembered) events = events.slice(-remembered);
      return at(last);
    },
    position: () => at(last),
    since(position) {
      const [, of, digits] = /^(.{1,64})\.(\d{1,15})$/.exec(position) ?? [];
      const number = Number(digits);
      const first = events[0]?.number ?? last + 1;
      if (of !== epoch || number > last || number < first - 1) return null;
      return events
        .filter((one) => one.number > number)
        .map((one) => ({ at: at(one.number), event: one.event }));
    },
    begin(next) {
      epoch = next;
      events = [];
    },
  };
}

import { fillIn } from "@/lib/fill-in";
import { formatInstantTime } from "@/lib/format-time";
import { dayIn, dayName, type Here } from "../components/days";
import type { ThreadWords } from "../components/words";
import type { MessageView, ReceiptView } from "../schema";

type Says = ThreadWords["conversation"];

/** Names said under one message; more are counted. */
const namedAtMost = 3;

/** "14:02" today, else with its day. */
export function timeSaid(at: string, here: Here, says: Says): string {
  const time = formatInstantTime(at, here.zone, here.language);
  const isToday = dayIn(here.zone, at) === here.today;
  return isToday ? time : fillIn(says.dayTime, { day: dayName(at, here, says), time });
}

/**
 * What stands under one's own messages, by number: who of the other side has read up to there, and when; "Sent" under
 * the last that nobody has read (R38). When is said only where it is known for this very message.
 */
export function receiptsUnder(
  messages: readonly MessageView[],
  receipts: readonly ReceiptView[],
  here: Here,
  says: Says,
): ReadonlyMap<number, string> {
  const mine = messages.filter((message) => message.mine).map(({ number }) => number);
  const readers = new Map<number, ReceiptView[]>();
  for (const receipt of receipts) {
    const number = mine.findLast((one) => one <= receipt.upTo);
    if (number !== undefined) readers.set(number, [...(readers.get(number) ?? []), receipt]);
  }
  const under = new Map(
    [...readers].map(([number, all]) => [number, said(number, all, here, says)] as const),
  );
  const last = mine.at(-1);
  if (last !== undefined && !under.has(last)) under.set(last, says.sent);
  return under;
}

function said(number: number, all: readonly ReceiptView[], here: Here, says: Says): string {
  const named = all.filter(({ name }) => name !== null);
  if (named.length === 0) return says.seen;
  const each = named.slice(0, namedAtMost).map(({ name, after, at }) => {
    if (number <= after) return fillIn(says.readBy, { name: name ?? "" });
    return fillIn(says.readByAt, { name: name ?? "", time: timeSaid(at, here, says) });
  });
  const more = named.length - each.length;
  return [...each, ...(more > 0 ? [fillIn(says.more, { count: more })] : [])].join(" · ");
}

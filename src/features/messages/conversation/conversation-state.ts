import type { ConversationView, MessageView, ThreadEventView } from "../schema";

/** The part of a thread that a page holds: newest last, without gaps. */
export interface Shown {
  readonly thread: ConversationView["thread"];
  readonly messages: readonly MessageView[];
  /** What the practice did, oldest first; those between the messages are shown. */
  readonly events: readonly ThreadEventView[];
  /** Leads to older messages; null when they begin here. */
  readonly older: string | null;
  /** Leads to newer messages; null when the newest is here. */
  readonly newer: string | null;
}

/** Messages a page holds at most: who reads on lets go of the other end. */
const heldAtMost = 300;

/** A page comes newest first; it is shown oldest first. */
export function firstShown({ thread, items, events, next, newer }: ConversationView): Shown {
  return { thread, messages: items.toReversed(), events, older: next, newer };
}

/** What both hold stands once. */
function together(
  earlier: readonly ThreadEventView[],
  later: readonly ThreadEventView[],
): readonly ThreadEventView[] {
  const known = new Set(later.map(({ id }) => id));
  const added = earlier.filter(({ id }) => !known.has(id));
  // The same list draws nothing anew.
  return added.length === 0 ? later : [...added, ...later];
}

/** Puts an older page before what is shown; what both hold stands once. */
export function withOlder(shown: Shown, page: ConversationView): Shown {
  const first = shown.messages[0]?.number ?? 0;
  const before = page.items.toReversed().filter(({ number }) => number < first);
  const messages = [...before, ...shown.messages];
  const events = together(page.events, shown.events);
  if (messages.length <= heldAtMost) return { ...shown, messages, events, older: page.next };
  const held = messages.slice(0, heldAtMost);
  return {
    ...shown,
    messages: held,
    events,
    older: page.next,
    newer: String(held.at(-1)?.number ?? 0),
  };
}

/** Puts what comes after behind what is shown; what both hold stands once. */
export function withNewer(shown: Shown, page: ConversationView): Shown {
  const last = shown.messages.at(-1)?.number ?? 0;
  const behind = page.items.toReversed().filter(({ number }) => number > last);
  // A page that does not join on was asked for before others came.
  if ((behind[0]?.number ?? last + 1) !== last + 1) return { ...shown, thread: page.thread };
  const messages = [...shown.messages, ...behind];
  const events = together(shown.events, page.events);
  const next = { ...shown, thread: page.thread, messages, events, newer: page.newer };
  if (messages.length <= heldAtMost) return next;
  const held = messages.slice(-heldAtMost);
  return { ...next, messages: held, older: String(held[0]?.number ?? 0) };
}

/** A message of one's own that the server has just taken. */
export function withSent(shown: Shown, message: MessageView): Shown {
  const last = shown.messages.at(-1)?.number ?? 0;
  // Others wrote in between: their messages come with the next look, in their order.
  if (message.number !== last + 1) return shown;
  return { ...shown, messages: [...shown.messages, message] };
}

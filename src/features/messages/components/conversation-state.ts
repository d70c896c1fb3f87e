import type { ConversationView, MessageView } from "../schema";

/** The part of a thread that a page holds: newest last, without gaps. */
export interface Shown {
  readonly thread: ConversationView["thread"];
  readonly messages: readonly MessageView[];
  /** Leads to older messages; null when all are here. */
  readonly older: string | null;
}

/** A page comes newest first; it is shown oldest first. */
export function firstShown({ thread, items, next }: ConversationView): Shown {
  return { thread, messages: items.toReversed(), older: next };
}

/**
 * Joins the newest messages with what is shown. More news than fit one page would leave a gap: then the page begins anew
 * with the newest alone.
 */
export function withNewest(shown: Shown, newest: ConversationView): Shown {
  const last = shown.messages.at(-1)?.number ?? 0;
  const first = newest.items.at(-1)?.number ?? 1;
  if (first > last + 1) return firstShown(newest);
  const known = shown.messages.filter(({ number }) => number < first);
  const isAll = known.length === 0;
  return {
    thread: newest.thread,
    messages: [...known, ...newest.items.toReversed()],
    older: isAll ? newest.next : shown.older,
  };
}

/** Puts an older page before what is shown; what both hold stands once. */
export function withOlder(shown: Shown, page: ConversationView): Shown {
  const first = shown.messages[0]?.number ?? 0;
  const before = page.items.toReversed().filter(({ number }) => number < first);
  return { ...shown, messages: [...before, ...shown.messages], older: page.next };
}

/** A message of one's own that the server has just taken. */
export function withSent(shown: Shown, message: MessageView): Shown {
  const last = shown.messages.at(-1)?.number ?? 0;
  // Others wrote in between: their messages come with the next look, in their order.
  if (message.number !== last + 1) return shown;
  return { ...shown, messages: [...shown.messages, message] };
}

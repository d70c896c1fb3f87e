/** How somebody can be told that a message waits (R39). */
export type NoticeChannel = "mail" | "push" | "sms";

/**
 * Seconds between a message and its notice, so that whoever reads along is not told. Long enough to look up from typing,
 * short enough to be of use.
 */
export const NOTICE_WAIT_SECONDS = 30;

/** In this order they stand in for each other: what costs nothing first. */
const order: readonly NoticeChannel[] = ["mail", "push", "sms"];

interface Person {
  /** As they chose; none: they are not told. */
  readonly wanted: ReadonlySet<NoticeChannel>;
  /** A verified address, a device, a verified number. */
  readonly reachable: ReadonlySet<NoticeChannel>;
}

/** What a notice goes out by: every channel chosen that reaches them; where none does, the first that can stand in. */
export function firstChannels({ wanted, reachable }: Person): readonly NoticeChannel[] {
  if (wanted.size === 0) return [];
  const chosen = order.filter((channel) => wanted.has(channel) && reachable.has(channel));
  return chosen.length > 0 ? chosen : order.filter((channel) => reachable.has(channel)).slice(0, 1);
}

/** What stands in when nothing of what was tried arrived: the chosen first; null: nothing is left. */
export function nextChannel(
  { wanted, reachable }: Person,
  tried: ReadonlySet<NoticeChannel>,
): NoticeChannel | null {
  if (wanted.size === 0) return null;
  const left = order.filter((channel) => reachable.has(channel) && !tried.has(channel));
  return left.find((channel) => wanted.has(channel)) ?? left[0] ?? null;
}

/** What became of a notice, by its deliveries: one that went out is enough. */
export function noticeOutcome(
  deliveries: readonly { readonly channel: NoticeChannel; readonly state: string }[],
  { isLongAgo }: { readonly isLongAgo: boolean },
): "arrived" | "failed" | "open" {
  const failed = (state: string) => state === "undelivered" || state === "dropped";
  // A text that was taken on may still come back as undelivered; mail and push do not.
  const isThere = ({ channel, state }: { channel: NoticeChannel; state: string }) =>
    state === "delivered" || (state === "sent" && (channel !== "sms" || isLongAgo));
  if (deliveries.some(isThere)) return "arrived";
  if (deliveries.every(({ state }) => failed(state))) return "failed";
  return "open";
}

import { openSession } from "@/features/access/open-session";
import type { LiveHub } from "@/features/messages/live/live-hub";
import type { LiveActor } from "@/features/messages/live/open-events";
import { openEvents } from "@/features/messages/live/open-events";
import type { World } from "../../support/world";

/** Whoever holds this token, as the gate of the stream would admit them. */
export async function whoHolds(world: World, token: string): Promise<LiveActor> {
  const { session } = await openSession(world.db, token, { polling: true });
  if (!session) throw new Error("no session");
  return { ...session, token };
}

/** A stream as a browser reads it: blocks of lines, and the position it would come back with. */
export async function openStream(
  world: World,
  actor: LiveActor,
  hub: LiveHub,
  { lastEventId = null, beatMs }: { lastEventId?: string | null; beatMs?: number } = {},
) {
  const opened = await openEvents(await world.services(), actor, {
    hub,
    lastEventId,
    ...(beatMs !== undefined && { beatMs }),
  });
  if (!opened.ok) throw new Error(opened.reason);
  const reader = opened.value.getReader();
  const decoder = new TextDecoder();
  let text = "";
  const more = async () => {
    const { done, value } = await reader.read();
    if (!done) text += decoder.decode(value, { stream: true });
    return !done;
  };
  return {
    reader,
    /** Reads on until these words have come. */
    async hears(words: string, times = 1) {
      while (text.split(words).length <= times)
        if (!(await more())) throw new Error(`the stream ended before "${words}"`);
    },
    /** Reads to the end, and answers everything. */
    async ends() {
      while (await more());
      return text;
    },
    lastEventId: () => [...text.matchAll(/^id: (.+)$/gm)].at(-1)?.[1] ?? null,
    beats: () => text.split(": beat").length - 1,
    /** The events heard, by kind and number; `resync` alone. */
    events: () =>
      [...text.matchAll(/^event: (\w+)\nid: .+\ndata: (.+)$/gm)].map(([, kind, data = "{}"]) => {
        const { number } = JSON.parse(data) as { number?: number };
        return number === undefined ? kind : `${kind} ${number}`;
      }),
  };
}

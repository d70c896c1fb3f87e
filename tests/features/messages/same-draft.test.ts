import { expect, it } from "vitest";
import { saveDraft } from "@/features/messages/compose/save-draft";
import { readConversation } from "@/features/messages/read-conversation";
import { sendMessage } from "@/features/messages/send-message";
import { startThread } from "@/features/messages/start-thread";
import { openWorld } from "../../support/world";
import { begin, makeCast } from "./thread-world";

const world = await openWorld();
const { patient } = await makeCast(world);
const body = "The edge is sharp.";

async function keep(wish: { threadId?: string; subject?: string; body: string }): Promise<number> {
  const kept = await saveDraft(await world.services(), patient, { version: 0, ...wish });
  if (!kept.ok) throw new Error(kept.reason);
  return kept.value.version;
}

/** As a tab of its own does: with a key of its own. */
async function send(id: string, draft: number, words = body) {
  const services = await world.services({ idempotencyKey: crypto.randomUUID() });
  const sent = await sendMessage(services, patient, { id, body: words, attachmentIds: [], draft });
  if (!sent.ok) throw new Error(sent.reason);
  return sent.value.number;
}

async function countOf(id: string): Promise<number> {
  const found = await readConversation(await world.services(), patient, { id });
  return found.ok ? found.value.thread.messageCount : 0;
}

it("S16: one draft sent from several tabs in the same instant is one message", async () => {
  const id = await begin(world, patient);
  const draft = await keep({ threadId: id, body });
  const numbers = await Promise.all(Array.from({ length: 6 }, () => send(id, draft)));
  expect(new Set(numbers)).toEqual(new Set([2]));
  expect(await countOf(id)).toBe(2);
});

it("S16: one draft of a new thread sent from two tabs is one thread", async () => {
  const subject = "A sharp edge";
  const draft = await keep({ subject, body });
  const start = async () => {
    const services = await world.services({ idempotencyKey: crypto.randomUUID() });
    const wish = { subject, body, attachmentIds: [], draft };
    const started = await startThread(services, patient, wish);
    if (!started.ok) throw new Error(started.reason);
    return started.value.id;
  };
  const ids = await Promise.all([start(), start(), start()]);
  expect(new Set(ids).size).toBe(1);
  expect(await countOf(ids[0] ?? "")).toBe(1);
});

it("sends the same words again where they were written again", async () => {
  const id = await begin(world, patient);
  await send(id, await keep({ threadId: id, body }));
  expect(await send(id, await keep({ threadId: id, body }))).toBe(3);
  expect(await send(id, 0)).toBe(4);
});

it("sends other words of a tab whose draft is gone", async () => {
  const id = await begin(world, patient);
  const draft = await keep({ threadId: id, body });
  await send(id, draft);
  expect(await send(id, draft, "And the next one hurts.")).toBe(3);
});

it("sends the same words again after ten minutes", async () => {
  const id = await begin(world, patient);
  const draft = await keep({ threadId: id, body });
  await send(id, draft);
  await world.advance("PT10M1S");
  expect(await send(id, draft)).toBe(3);
});

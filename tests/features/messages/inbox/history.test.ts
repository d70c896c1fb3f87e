import { describe, expect, it } from "vitest";
import {
  firstShown,
  withNewer,
  withOlder,
} from "@/features/messages/conversation/conversation-state";
import { assignThread } from "@/features/messages/inbox/assign-thread";
import { closeThread } from "@/features/messages/inbox/change-state";
import { shareThread } from "@/features/messages/inbox/share-thread";
import { snoozeThread } from "@/features/messages/inbox/snooze-thread";
import { readConversation } from "@/features/messages/read-conversation";
import type { ConversationView } from "@/features/messages/schema";
import { sendMessage } from "@/features/messages/send-message";
import type { ThreadMember } from "@/features/messages/thread-member";
import { openWorld } from "../../../support/world";
import { begin, makeCast } from "../thread-world";

const world = await openWorld();
const { doctor, staff, patient } = await makeCast(world);
const other = await makeCast(world);

const send = async (actor: ThreadMember, id: string, body: string) =>
  sendMessage(await world.services(), actor, { id, body, attachmentIds: [] });
const close = async (id: string, upTo: number, reason?: string) =>
  closeThread(await world.services(), doctor, { id, upTo, reason });

async function read(
  actor: ThreadMember,
  id: string,
  wish: { cursor?: string; after?: string; atUnread?: boolean } = {},
): Promise<ConversationView> {
  const found = await readConversation(await world.services(), actor, { id, ...wish });
  if (!found.ok) throw new Error(found.reason);
  return found.value;
}
const kinds = ({ events }: Pick<ConversationView, "events">) =>
  events.map(({ kind, afterNumber }) => `${kind} ${afterNumber}`);

describe("R40: what the practice did stands between the messages", () => {
  it("in its order, with who, to whom, until when and why, and never for the patient's side", async () => {
    const id = await begin(world, patient);
    await assignThread(await world.services(), doctor, {
      id,
      personId: staff.personId,
      seen: null,
    });
    await send(staff, id, "Come at ten.");
    await snoozeThread(await world.services(), doctor, { id, until: "tomorrow" });
    await close(id, 2, "Phoned");
    const page = await read(staff, id);
    expect(page.events).toMatchObject([
      { kind: "assigned", afterNumber: 1, byName: "Dr Example", toName: staff.personName },
      { kind: "snoozed", afterNumber: 2, reason: null },
      { kind: "closed", afterNumber: 2, reason: "Phoned", untilAt: null },
    ]);
    expect(Date.parse(page.events[1]?.untilAt ?? "")).toBeGreaterThan(
      Date.parse(page.events[1]?.at ?? ""),
    );
    expect(page.thread.handling).toEqual({
      assignedToPersonId: staff.personId,
      snoozedUntil: null,
    });
    for (const wish of [{}, { after: "1" }, { atUnread: true }]) {
      const theirs = await read(patient, id, wish);
      expect([theirs.events, theirs.thread.handling]).toEqual([[], null]);
    }
  });

  it("a page has what stands between its own messages; looked through, nothing is missing or double", async () => {
    const id = await begin(world, patient);
    for (let number = 2; number <= 61; number += 1) {
      await send(patient, id, `Message ${number}`);
      if (number === 5 || number % 20 === 0) {
        await close(id, number);
        await send(patient, id, "And");
        number += 1;
      }
    }
    await close(id, 61);
    const newest = await read(doctor, id);
    expect(kinds(newest)).toEqual(["closed 20", "closed 40", "closed 60", "closed 61"]);
    const cursor = newest.next ?? "";
    const older = await read(doctor, id, { cursor });
    expect(kinds(older)).toEqual(["closed 5"]);
    const behind = await read(doctor, id, { after: "60" });
    expect(kinds(behind)).toEqual(["closed 60", "closed 61"]);
    expect(kinds(await read(doctor, id, { after: "999999999" }))).toEqual([]);

    const all = withNewer(withOlder(firstShown(newest), older), behind);
    expect(kinds({ events: [...all.events] })).toEqual(["closed 5", ...kinds(newest)]);
  });

  it("stays true for who has the thread open: what happened after the last message comes with the next look", async () => {
    const id = await begin(world, patient);
    const shown = firstShown(await read(doctor, id));
    await shareThread(await world.services(), doctor, { id, withStaff: false });
    const after = withNewer(shown, await read(doctor, id, { after: "1" }));
    expect(kinds({ events: [...after.events] })).toEqual(["staff_out 1"]);
    expect(after.thread.withStaff).toBe(false);
  });

  it("S12: another practice's orthodontist, and staff that take no part, see neither thread nor history", async () => {
    const id = await begin(world, patient);
    await close(id, 1, "Secret");
    await shareThread(await world.services(), doctor, { id, withStaff: false });
    for (const actor of [other.doctor, other.patient, staff])
      expect(await readConversation(await world.services(), actor, { id })).toMatchObject({
        ok: false,
        reason: "not_found",
      });
  });
});

import { afterAll, expect, test } from "vitest";
import type { OpenSession } from "@/features/access/open-session";
import { bookAppointment } from "@/features/appointments/book-appointment";
import type { HeardEvent } from "@/features/messages/live/live-event";
import { openLiveHub } from "@/features/messages/live/live-hub";
import { diaryScene } from "../../support/diary-world";
import { makeClinicActor } from "../../support/people";
import { makePractice, openWorld } from "../../support/world";

const world = await openWorld();
const { services, desk, doctor, mine, wish } = await diaryScene(world);
const hub = openLiveHub(world.runtime.env.databaseUrl);
afterAll(() => hub.stop());

/** What one open page hears, and how to wait for the first of it. */
function listenIn(session: OpenSession) {
  const events: HeardEvent[] = [];
  let wake: () => void = () => undefined;
  const first = new Promise<void>((resolve) => {
    wake = resolve;
  });
  let opened: () => void = () => undefined;
  const isOpen = new Promise<void>((resolve) => {
    opened = resolve;
  });
  hub.join(
    {
      session: () => session,
      askAgain: () => undefined,
      hear: ({ event }) => {
        if (event === "resync") return opened();
        events.push(event);
        wake();
      },
      goAway: () => undefined,
    },
    null,
  );
  return { events, first, isOpen };
}

test("R36: a booking online wakes the practice's open diaries, names nobody, and no other practice's", async () => {
  const [atDesk, atChair, patient] = [desk, doctor, mine].map(listenIn);
  await atDesk?.isOpen;
  const stranger = listenIn(await makeClinicActor(world, (await makePractice(world)).id, "staff"));
  await bookAppointment(services, mine, wish("10:00"));
  await Promise.all([atDesk?.first, atChair?.first]);
  const told = [{ kind: "diary", practiceId: desk.practiceId }];
  expect([atDesk?.events, atChair?.events]).toEqual([told, told]);
  expect([patient?.events, stranger.events]).toEqual([[], []]);
});

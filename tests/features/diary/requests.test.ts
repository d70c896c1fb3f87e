import { expect, test } from "vitest";
import { bookAppointment } from "@/features/appointments/book-appointment";
import { cancelAppointment } from "@/features/appointments/cancel-appointment";
import { approveRequest } from "@/features/diary/approve-request";
import { declineRequest } from "@/features/diary/end-visit";
import { markArrived } from "@/features/diary/mark-visit";
import { onlineNews } from "@/features/diary/online-news";
import { makeVisitType } from "../../support/appointments-world";
import { diaryScene, giveMailbox, history, mailed, overlaps } from "../../support/diary-world";
import { openWorld } from "../../support/world";

const world = await openWorld();

/** A time that the patient has asked for, and a way to ask for more. */
async function asked() {
  const scene = await diaryScene(world);
  const { services, mine, practice, practitionerId, at } = scene;
  const visitTypeId = await makeVisitType(world, practice.id, [practitionerId], {
    needsApproval: true,
  });
  const ask = async (clock: string, actor = mine) => {
    const wish = { visitTypeId, practitionerId, startsAt: at(clock) };
    const requested = await bookAppointment(services, actor, wish);
    if (!requested.ok) throw new Error(requested.reason);
    return { id: requested.value.id, version: 1, tellPatient: true };
  };
  return { ...scene, ask };
}

test("R36: the practice says yes or no, the patient is told, and a no frees the time", async () => {
  const { services, desk, doctor, mine, ask, practice, book, at } = await asked();
  await giveMailbox(world, mine, "asked.one@mail.example.com");
  const yes = await ask("10:00");
  expect(await approveRequest(services, doctor, yes)).toMatchObject({
    value: { state: "booked", bookedFrom: "portal", waitingFor: null, startsAt: at("10:00") },
  });
  expect(await history(world, practice.id, yes.id)).toEqual([
    "null request requested by patient",
    "requested approve booked by orthodontist",
  ]);
  const no = await ask("11:00");
  expect(
    await declineRequest(services, desk, { ...no, reason: "Needs a longer time" }),
  ).toMatchObject({ value: { state: "cancelled" } });
  await book(at("11:00"), { tellPatient: false });
  expect(await mailed(world, practice.id, mine.patientId)).toEqual([
    "appointment_booked",
    "appointment_declined",
  ]);
  expect(
    await declineRequest(services, desk, { ...yes, version: 2, reason: "Too late" }),
  ).toMatchObject({ reason: "not_possible", detail: { state: "booked" } });
});

test("R36: requests of any day and people who are here wait on every day's diary, until they are answered or seen", async () => {
  const { services, desk, ask, book } = await asked();
  const other = await asked();
  const request = await ask("10:00");
  const soon = services.now.round({ smallestUnit: "minute", roundingMode: "floor" }).toString();
  const here = await book(soon, { outsideHours: true });
  await markArrived(services, desk, { id: here.id, version: here.version });
  const waiting = async (who = desk) => {
    const news = await onlineNews(services, who);
    return news.ok && news.value.waiting.map(({ id, state }) => `${state} ${id}`);
  };
  expect(await waiting()).toEqual([`arrived ${here.id}`, `requested ${request.id}`]);
  expect(await waiting(other.desk)).toEqual([]);
  await approveRequest(services, desk, request);
  expect(await waiting()).toEqual([`arrived ${here.id}`]);
});

test("R36: two requests approved at once, each by two people: every one is approved once", async () => {
  const { services, desk, doctor, mine, theirs, ask, practice } = await asked();
  await giveMailbox(world, mine, "asked.two@mail.example.com");
  const requests = [await ask("10:00"), await ask("10:30", theirs)];
  const results = await Promise.all(
    requests.flatMap((request) =>
      [desk, doctor].map((who) => approveRequest(services, who, request)),
    ),
  );
  const reasons = results.map((result) => (result.ok ? "approved" : result.reason)).sort();
  expect(reasons).toEqual(["approved", "approved", "changed", "changed"]);
  expect(await mailed(world, practice.id, mine.patientId)).toEqual(["appointment_booked"]);
  expect(await overlaps(world, practice.id)).toBe(0);
});

test("R36: a yes against the patient's own cancel: one of them loses and sees what is true", async () => {
  const { services, desk, mine, ask, practice } = await asked();
  for (const clock of ["09:00", "10:00", "11:00", "13:00"]) {
    const request = await ask(clock);
    const [approved, cancelled] = await Promise.all([
      approveRequest(services, desk, request),
      cancelAppointment(services, mine, { id: request.id, reason: "Found another" }),
    ]);
    expect(cancelled.ok).toBe(true);
    if (!approved.ok) {
      expect(approved).toMatchObject({
        reason: "changed",
        detail: { appointment: { state: "cancelled" } },
      });
    }
    const moves = await history(world, practice.id, request.id);
    expect(moves.at(-1)).toBe(
      `${approved.ok ? "booked" : "requested"} cancel cancelled by patient`,
    );
  }
});

test("R36: what was asked for online stands in the list of news as a request", async () => {
  const { services, desk, ask, at } = await asked();
  await ask("10:00");
  expect(await onlineNews(services, desk)).toMatchObject({
    value: { items: [{ what: "requested", startsAt: at("10:00"), previousStartsAt: null }] },
  });
});

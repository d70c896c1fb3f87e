import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { inPractice } from "@/db/transaction";
import { bookAppointment } from "@/features/appointments/book-appointment";
import { cancelAppointment } from "@/features/appointments/cancel-appointment";
import { withdrawWish } from "@/features/appointments/wishes/withdraw-wish";
import { approveRequest } from "@/features/diary/approve-request";
import { cancelByPractice, declineRequest } from "@/features/diary/end-visit";
import { onlineNews } from "@/features/diary/online-news";
import { readDiary } from "@/features/diary/queries";
import { giveMailbox, history, mailed, overlaps } from "../../support/diary-world";
import { makeClinicActor } from "../../support/people";
import { wishScene } from "../../support/wish-world";
import { makePractice, openWorld } from "../../support/world";

const world = await openWorld();

type Scene = Awaited<ReturnType<typeof wishScene>>;

const row = ({ practice, visit }: Scene) =>
  inPractice(world.db, practice.id, (tx) =>
    tx.appointment.findUniqueOrThrow({
      where: { practiceId_id: { practiceId: practice.id, id: visit.id } },
    }),
  );

test("R31: a yes moves the visit: same id, history and calendar entry, the old time free, told as a move", async () => {
  const scene = await wishScene(world);
  const { services, doctor, mine, theirs, practice, visit, ask, at, booking } = scene;
  await giveMailbox(world, mine, "wish.yes@mail.example.com");
  await ask("11:00");
  const yes = await approveRequest(services, doctor, await scene.request());
  expect(yes).toMatchObject({
    value: { id: visit.id, state: "booked", startsAt: at("11:00"), wish: null, moveOf: null },
  });
  expect((await row(scene)).calendarSequence).toBe(1);
  expect(await scene.wish()).toMatchObject({ state: "released" });
  expect((await history(world, practice.id, visit.id)).slice(1)).toEqual([
    "booked request booked by patient",
    "booked approve booked by orthodontist",
  ]);
  expect(await bookAppointment(services, theirs, booking("09:00"))).toMatchObject({ ok: true });
  expect(await mailed(world, practice.id, mine.patientId)).toEqual(["appointment_rescheduled"]);
  expect(await overlaps(world, practice.id)).toBe(0);
});

test("R31: a no frees the wished time, leaves the visit and tells the patient that it stays", async () => {
  const scene = await wishScene(world);
  const { services, desk, mine, theirs, practice, visit, ask, at, booking } = scene;
  await giveMailbox(world, mine, "wish.no@mail.example.com");
  await ask("11:00");
  const request = await scene.request();
  expect(await declineRequest(services, desk, { ...request, reason: " " })).toMatchObject({
    reason: "reason_missing",
  });
  expect(
    await declineRequest(services, desk, { ...request, reason: "Meeting then" }),
  ).toMatchObject({ value: { id: visit.id, state: "booked", startsAt: at("09:00"), wish: null } });
  expect(await row(scene)).toMatchObject({ state: "booked", calendarSequence: 0 });
  expect(await bookAppointment(services, theirs, booking("11:00"))).toMatchObject({ ok: true });
  expect(await mailed(world, practice.id, mine.patientId)).toEqual(["appointment_kept"]);
  expect(
    await approveRequest(services, desk, { id: visit.id, version: 2, tellPatient: true }),
  ).toMatchObject({ reason: "not_possible" });
  expect(
    await declineRequest(services, desk, { ...(await scene.shown()), reason: "Never" }),
  ).toMatchObject({ reason: "not_possible" });
});

test("R31, R36: the diary shows the wish as a move of which visit, and nothing but an answer to it", async () => {
  const scene = await wishScene(world);
  const { services, desk, visit, ask, at, on } = scene;
  await ask("11:00");
  const { id } = await scene.wish();
  const to = Temporal.PlainDate.from(on).add({ days: 1 }).toString();
  const diary = await readDiary(services, desk, { from: on, to });
  if (!diary.ok) throw new Error(diary.reason);
  const shown = new Map(diary.value.appointments.map((one) => [one.id, one]));
  expect(shown.get(id)).toMatchObject({
    state: "requested",
    moveOf: { appointmentId: visit.id, startsAt: at("09:00") },
    can: ["approve", "decline"],
  });
  expect(shown.get(visit.id)).toMatchObject({
    wish: { appointmentId: id, startsAt: at("11:00") },
    can: ["move", "cancel"],
  });
  expect(await onlineNews(services, desk)).toMatchObject({
    value: {
      items: [
        {
          appointmentId: id,
          what: "requested",
          startsAt: at("11:00"),
          previousStartsAt: at("09:00"),
        },
      ],
    },
  });
  expect(
    await cancelByPractice(services, desk, { ...(await scene.request()), reason: "Ill" }),
  ).toMatchObject({ reason: "not_found" });
});

test("R31, S16: a yes against withdrawal, the visit's cancel, a second desk and a second wish: one truth each time", async () => {
  const rivals = {
    withdrawal: (s: Scene) => withdrawWish(s.services, s.mine, { id: s.visit.id }),
    "the patient's cancel": (s: Scene) =>
      cancelAppointment(s.services, s.mine, { id: s.visit.id, reason: "Found another" }),
    "the desk's cancel": async (s: Scene) =>
      cancelByPractice(s.services, s.desk, { ...(await s.shown()), reason: "Ill" }),
    "a second yes": async (s: Scene) => approveRequest(s.services, s.desk, await s.request()),
    "a no": async (s: Scene) =>
      declineRequest(s.services, s.desk, { ...(await s.request()), reason: "No" }),
    "another wish": (s: Scene) => s.ask("14:00"),
    "somebody who books the time": (s: Scene) =>
      bookAppointment(s.services, s.theirs, s.booking("11:00")),
  };
  for (const [index, [what, rival]] of Object.entries(rivals).entries()) {
    const isLate = index % 2 === 0;
    const scene = await wishScene(world);
    await scene.ask("11:00");
    const request = await scene.request();
    const yes = () => approveRequest(scene.services, scene.doctor, request);
    const [first, second] = isLate ? [yes, () => rival(scene)] : [() => rival(scene), yes];
    const answers = await Promise.all([first(), second()]);
    const [approved, other] = isLate ? answers : [answers[1], answers[0]];
    const { state, startsAt } = await row(scene);
    const moved = startsAt.toISOString() === new Date(scene.at("11:00")).toISOString();
    if (approved?.ok) expect(moved, what).toBe(true);
    else {
      expect(approved, what).toMatchObject({ reason: "changed" });
      expect(moved && !other?.ok, what).toBe(false);
    }
    if (what === "the patient's cancel") expect(state, what).toBe("cancelled");
    if (what === "somebody who books the time") expect(approved?.ok && !other?.ok, what).toBe(true);
    const live = (await scene.wish()).state === "requested";
    expect(live, what).toBe(what === "another wish" && other?.ok === true);
    expect(await overlaps(world, scene.practice.id), what).toBe(0);
  }
});

test("R31: a yes after the visit has begun is too late, and another practice's desk finds nothing", async () => {
  const scene = await wishScene(world);
  const { services, desk, visit, ask } = scene;
  await ask("11:00");
  const request = await scene.request();
  const neighbour = await makeClinicActor(world, (await makePractice(world)).id, "staff");
  expect(await approveRequest(services, neighbour, request)).toMatchObject({ reason: "not_found" });
  expect(await declineRequest(services, neighbour, { ...request, reason: "No" })).toMatchObject({
    reason: "not_found",
  });
  const begun = { ...services, now: Temporal.Instant.from(visit.startsAt) };
  expect(await approveRequest(begun, desk, request)).toMatchObject({ reason: "already_over" });
});

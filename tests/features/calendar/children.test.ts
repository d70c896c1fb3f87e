import { expect, it, vi } from "vitest";
import { GET as downloadVisit } from "@/app/api/appointments/[id]/route";
import { GET as readFeed } from "@/app/api/calendar/[token]/route";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { cancelAppointment } from "@/features/appointments/cancel-appointment";
import { makeGuardianship } from "../../support/appointments-world";
import { makePatient, makePatientActor } from "../../support/people";
import { openWorld } from "../../support/world";
import { call, verdict } from "../bad-input/callers";
import { feedScene } from "./feed-world";
import { calendarProgram, readCalendar } from "./read-calendar";

const world = await openWorld({ limits: "default" });
const scene = await feedScene(world);
const { practice, services, mine, theirs, loggedIn, fetched, addressOf, booked } = scene;

const child = (firstName: string) =>
  makePatient(world, practice.id, { firstName, dateOfBirth: "2018-05-06" });
const download = async (as: typeof mine, id: string, patientId?: string) =>
  call(downloadVisit, await loggedIn(as), {
    params: { id: `${id}.ics` },
    ...(patientId && { search: `patientId=${patientId}` }),
  });

it("R10, R34: a guardian's address carries every child by name, and a child goes when the guardianship ends", async () => {
  const parent = await makePatientActor(world, practice.id, { firstName: "Kim" });
  const [emma, noah] = [await child("Emma"), await child("Noah")];
  const forEmma = await makeGuardianship(world, parent, emma);
  const forNoah = await makeGuardianship(world, parent, noah, "view");
  await booked(parent, "09:00", 7);
  await booked(forEmma, "10:00", 7);
  const full = await makeGuardianship(world, theirs, noah);
  await booked(full, "11:00", 7);
  const token = await addressOf(parent);
  const summaries = async () =>
    (await fetched(token)).entries.map(({ summary }) => summary.replace(/Practice .+/, "…"));
  expect(await summaries()).toEqual(["Visit at …", "Emma: visit at …", "Noah: visit at …"]);
  const end = (patientId: string) =>
    inPractice(world.db, practice.id, (tx) =>
      tx.guardianship.updateMany({
        where: { practiceId: practice.id, patientId, guardianPersonId: parent.personId },
        data: { endedAt: fromInstant(services.now) },
      }),
    );
  await end(forNoah.patientId);
  expect(await summaries()).toEqual(["Visit at …", "Emma: visit at …"]);
  await inPractice(world.db, practice.id, (tx) =>
    tx.patient.update({
      where: { practiceId_id: { practiceId: practice.id, id: parent.patientId } },
      data: { archivedAt: fromInstant(services.now), archivedReason: "moved" },
      select: { id: true },
    }),
  );
  expect(await summaries()).toEqual(["Emma: visit at …"]);
  await end(emma);
  expect((await fetched(token)).status).toBe(404);
});

it("R34: a visit is downloaded by who may see it, in the version that the mails carry; cancelled, it takes itself away", async () => {
  const visit = await booked(mine, "13:00", 7);
  const file = await download(mine, visit.id);
  expect(file.status).toBe(200);
  expect(file.headers.get("content-type")).toBe("text/calendar; charset=utf-8; method=PUBLISH");
  expect(file.headers.get("content-disposition")).toMatch(
    /^attachment; filename="visit-\d{4}-\d\d-\d\d\.ics"$/,
  );
  const program = calendarProgram();
  program.receive(file.text);
  expect(program.entries()).toMatchObject([{ uid: `${visit.id}@${practice.id}`, sequence: 0 }]);
  await cancelAppointment(services, mine, { id: visit.id, reason: "Ill" });
  const gone = await download(mine, visit.id);
  expect(readCalendar(gone.text)).toMatchObject({
    method: "CANCEL",
    entries: [{ status: "CANCELLED", sequence: 1 }],
  });
  program.receive(gone.text);
  expect(program.entries()).toEqual([]);
});

it("S12: another's visit and one that is none are not there; a child's is, named in the address", async () => {
  const visit = await booked(theirs, "14:00", 7);
  expect(verdict(await download(mine, visit.id))).toBe("404 not_found");
  expect(verdict(await download(mine, crypto.randomUUID()))).toBe("404 not_found");
  expect(verdict(await download(mine, visit.id, theirs.patientId))).toBe("404 not_found");
  const without = await call(downloadVisit, await loggedIn(theirs), { params: { id: visit.id } });
  expect(verdict(without)).toBe("404 not_found");
  const lea = await child("Lea");
  const forLea = await makeGuardianship(world, mine, lea);
  const hers = await booked(forLea, "15:00", 7);
  const file = await download(mine, hers.id, lea);
  expect(readCalendar(file.text).entries[0]?.summary).toMatch(/^Lea: visit at /);
  expect(verdict(await download(mine, hers.id))).toBe("422 patient_required");
});

it("S20: no log line has the token", async () => {
  const token = await addressOf(theirs);
  const lines: string[] = [];
  vi.spyOn(process.stdout, "write").mockImplementation((line) => {
    lines.push(String(line));
    return true;
  });
  for (const name of ["info", "warn", "error"] as const)
    vi.spyOn(world.runtime.log, name).mockImplementation((...said: unknown[]) => {
      lines.push(JSON.stringify(said));
    });
  await fetched(token);
  await call(readFeed, undefined, { params: { token: `${token}.ics` }, search: "x=1" });
  await fetched("B".repeat(43));
  vi.restoreAllMocks();
  expect(lines.join("\n")).toContain("readCalendarFeed");
  expect(lines.join("\n")).not.toContain(token);
});

it("an address that is asked for too often waits, and so does who guesses", async () => {
  const token = await addressOf(theirs);
  const statuses = async (of: string, times: number) => {
    const seen = new Set<number>();
    for (let asked = 0; asked < times; asked += 1) seen.add((await fetched(of)).status);
    return [...seen];
  };
  expect(await statuses(token, 121)).toEqual([200, 429]);
  expect(await statuses("C".repeat(43), 61)).toEqual([404, 429]);
  expect((await fetched(token)).headers.get("retry-after")).toMatch(/^\d+$/);
});

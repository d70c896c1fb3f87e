import type { Clinic } from "../../support/appointments-world";
import type { Belongings } from "./belongings";
import type { Try } from "./try";

const seen = "0".repeat(16);
const noId = "01900000-0000-7000-8000-000000000000";
const from = "2026-12-09T10:00";
const until = "2026-12-09T12:00";
const type = {
  name: "Not ours",
  minutes: 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  leadMinutes: 0,
  horizonDays: null,
  dailyLimit: null,
  needsApproval: false,
  bookableOnline: true,
};
const place = { name: "Not ours", addressLine1: "1", postcode: "1", town: "1", phone: "" };

type Body = (theirs: Belongings, clinic: Clinic) => Record<string, unknown>;

const inBody = (operation: string, body: Body): Try => ({
  operation,
  as: "admin",
  neighbourOnly: true,
  sent: (theirs, clinic) => ({ body: body(theirs, clinic) }),
});

const inPath = (operation: string, body: Body): Try => ({
  operation,
  as: "admin",
  neighbourOnly: true,
  sent: (theirs, clinic) => ({
    params: { id: theirs.visitTypeId },
    body: body(theirs, clinic),
  }),
});

/** Every place where the settings and the lists of closures name something, with the neighbour's id in it. */
export const settingsTries: readonly Try[] = [
  inBody("addVisitType", ({ practitionerId }) => ({ ...type, practitionerIds: [practitionerId] })),
  inPath("changeVisitType", () => ({ ...type, practitionerIds: [], archived: true, seen })),
  inBody("orderVisitTypes", ({ visitTypeId }) => ({ ids: [visitTypeId], seen })),
  inBody("changeOpeningHours", ({ practitionerId }) => ({
    locationId: practitionerId,
    hours: [],
    seen,
  })),
  inBody("changeWorkingHours", ({ practitionerId }) => ({ practitionerId, hours: [], seen })),
  inBody("changeDayHours", ({ practitionerId }) => ({
    practitionerId,
    on: "2026-12-09",
    hours: [],
    seen,
  })),
  inBody("addTimeOff", ({ practitionerId }) => ({
    practitionerId,
    absence: "time_off",
    from,
    until,
    reason: "",
  })),
  inBody("addClosure", ({ practitionerId }) => ({
    locationId: practitionerId,
    from,
    until,
    reason: "Not ours",
  })),
  inPath("removeClosure", () => ({})),
  inPath("removeTimeOff", () => ({})),
  inPath("changeLocation", () => ({ ...place, archived: true, seen })),
  inBody("addChair", ({ practitionerId }) => ({ locationId: practitionerId, name: "Not ours" })),
  inPath("changeChair", () => ({ name: "Not ours", archived: true, seen })),
  inPath("askToChoose", ({ appointmentId }) => ({ appointmentIds: [appointmentId] })),
  inPath("noteCall", ({ appointmentId }) => ({ appointmentId, reached: true })),
  inPath("movePlanned", ({ appointmentId }) => ({
    moves: [{ appointmentId, version: 1, startsAt: "2026-12-09T10:00:00Z" }],
  })),
  {
    operation: "planMoves",
    as: "staff",
    neighbourOnly: true,
    sent: ({ appointmentId }) => ({
      params: { id: noId },
      search: `appointmentId=${appointmentId}`,
    }),
  },
];

import type { Clinic } from "../../support/appointments-world";
import type { Belongings } from "./belongings";
import type { Try } from "./try";

const startsAt = "2026-12-09T10:00:00Z";

/** A wish for a time of the caller's clinic, but for one id of the neighbour's. */
const wish = (
  theirs: Belongings,
  clinic: Clinic,
  strange: "patientId" | "visitTypeId" | "practitionerId",
) => ({
  patientId: theirs.patientId,
  visitTypeId: clinic.visitTypeId,
  practitionerId: clinic.practitionerId,
  startsAt,
  [strange]: theirs[strange],
});

const changes = [
  ["moveAppointment", { startsAt }],
  ["cancelByPractice", { reason: "Not ours" }],
  ["approveRequest", {}],
  ["declineRequest", { reason: "Not ours" }],
  ["markArrived", {}],
  ["markSeated", {}],
  ["markCompleted", {}],
  ["markNoShow", {}],
  ["undoMark", {}],
] as const;

/** Every place where the diary names a patient, a visit or who sees them, with the neighbour's id in it. */
export const diaryTries: readonly Try[] = [
  ...(["practitionerId", "chairId"] as const).map(
    (name): Try => ({
      operation: "readDiary",
      as: "staff",
      neighbourOnly: true,
      sent: ({ practitionerId }) => ({
        search: `from=2026-12-01&to=2026-12-02&${name}=${practitionerId}`,
      }),
    }),
  ),
  ...(["patientId", "visitTypeId", "practitionerId"] as const).flatMap((strange) =>
    ["bookForPatient", "holdForPatient"].map(
      (operation): Try => ({
        operation,
        as: "staff",
        neighbourOnly: true,
        sent: (theirs, clinic) => ({ body: wish(theirs, clinic, strange) }),
      }),
    ),
  ),
  ...changes.map(
    ([operation, body]): Try => ({
      operation,
      as: "orthodontist",
      neighbourOnly: true,
      sent: ({ appointmentId: id }) => ({ params: { id }, body: { version: 1, ...body } }),
    }),
  ),
  {
    operation: "readVisit",
    as: "staff",
    neighbourOnly: true,
    sent: ({ appointmentId: id }) => ({ params: { id } }),
  },
  {
    operation: "releaseDeskHold",
    as: "staff",
    neighbourOnly: true,
    answer: "200",
    sent: ({ holdId: id }) => ({ params: { id } }),
  },
];

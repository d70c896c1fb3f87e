import type { Try } from "./try";

const startsAt = "2026-12-09T10:00:00Z";

/** Every place where a visit's id goes into a route, with somebody else's in it. */
export const appointmentTries: readonly Try[] = [
  {
    operation: "listVisitTypes",
    as: "patient",
    sent: ({ patientId }) => ({ search: `patientId=${patientId}` }),
  },
  {
    operation: "listSlots",
    as: "patient",
    sent: ({ patientId }) => ({ search: `from=2026-12-01&to=2026-12-02&patientId=${patientId}` }),
  },
  {
    operation: "listSlots",
    as: "patient",
    neighbourOnly: true,
    sent: ({ visitTypeId }) => ({
      search: `from=2026-12-01&to=2026-12-02&visitTypeId=${visitTypeId}`,
    }),
  },
  {
    operation: "listSlots",
    as: "patient",
    neighbourOnly: true,
    sent: ({ practitionerId }) => ({
      search: `from=2026-12-01&to=2026-12-02&practitionerId=${practitionerId}`,
    }),
  },
  {
    operation: "holdTime",
    as: "patient",
    sent: ({ patientId }, clinic) => ({
      body: {
        visitTypeId: clinic.visitTypeId,
        practitionerId: clinic.practitionerId,
        startsAt,
        patientId,
      },
    }),
  },
  {
    operation: "holdTime",
    as: "patient",
    neighbourOnly: true,
    sent: ({ visitTypeId }, clinic) => ({
      body: { visitTypeId, practitionerId: clinic.practitionerId, startsAt },
    }),
  },
  {
    operation: "bookAppointment",
    as: "patient",
    sent: ({ patientId }, clinic) => ({
      body: {
        visitTypeId: clinic.visitTypeId,
        practitionerId: clinic.practitionerId,
        startsAt,
        patientId,
      },
    }),
  },
  {
    operation: "bookAppointment",
    as: "patient",
    neighbourOnly: true,
    sent: ({ visitTypeId, practitionerId }) => ({
      body: { visitTypeId, practitionerId, startsAt },
    }),
  },
  {
    operation: "releaseHold",
    as: "patient",
    answer: "200",
    sent: ({ holdId: id }) => ({ params: { id }, body: {} }),
  },
  {
    operation: "listAppointments",
    as: "patient",
    sent: ({ patientId }) => ({ search: `patientId=${patientId}` }),
  },
  {
    operation: "rescheduleAppointment",
    as: "patient",
    sent: ({ appointmentId: id }) => ({ params: { id }, body: { startsAt } }),
  },
  {
    operation: "downloadVisit",
    as: "patient",
    sent: ({ appointmentId }) => ({ params: { id: `${appointmentId}.ics` } }),
  },
  {
    operation: "downloadVisit",
    as: "patient",
    sent: ({ appointmentId, patientId }) => ({
      params: { id: `${appointmentId}.ics` },
      search: `patientId=${patientId}`,
    }),
  },
  {
    operation: "cancelAppointment",
    as: "patient",
    sent: ({ appointmentId: id }) => ({ params: { id }, body: { reason: "No time" } }),
  },
  {
    operation: "withdrawWish",
    as: "patient",
    sent: ({ appointmentId: id }) => ({ params: { id }, body: {} }),
  },
  {
    operation: "withdrawWish",
    as: "patient",
    sent: ({ appointmentId: id, patientId }) => ({ params: { id }, body: { patientId } }),
  },
];

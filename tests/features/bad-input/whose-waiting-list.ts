import type { Try } from "./try";

const startsAt = "2026-12-09T10:00:00Z";

/** Every place where somebody else's wait, offer, visit or record goes into a route. */
export const waitingListTries: readonly Try[] = [
  {
    operation: "listWaiting",
    as: "patient",
    sent: ({ patientId }) => ({ search: `patientId=${patientId}` }),
  },
  {
    operation: "joinWaitingList",
    as: "patient",
    sent: ({ patientId }, { visitTypeId }) => ({ body: { visitTypeId, patientId } }),
  },
  {
    operation: "joinWaitingList",
    as: "patient",
    sent: ({ appointmentId }) => ({ body: { appointmentId } }),
  },
  {
    operation: "joinWaitingList",
    as: "patient",
    neighbourOnly: true,
    sent: ({ practitionerId }, { visitTypeId }) => ({ body: { visitTypeId, practitionerId } }),
  },
  {
    operation: "leaveWaitingList",
    as: "patient",
    sent: ({ waitingEntryId: id }) => ({ params: { id }, body: {} }),
  },
  ...["acceptOffer", "declineOffer"].map(
    (operation): Try => ({
      operation,
      as: "patient",
      sent: ({ offerId: id }) => ({ params: { id }, body: {} }),
    }),
  ),
  {
    operation: "addToWaitingList",
    as: "staff",
    neighbourOnly: true,
    sent: ({ patientId }, { visitTypeId }) => ({ body: { visitTypeId, patientId } }),
  },
  {
    operation: "removeFromWaitingList",
    as: "staff",
    neighbourOnly: true,
    sent: ({ waitingEntryId: id }) => ({ params: { id } }),
  },
  {
    operation: "offerByHand",
    as: "staff",
    neighbourOnly: true,
    sent: ({ waitingEntryId: id }, { practitionerId }) => ({
      params: { id },
      body: { startsAt, practitionerId },
    }),
  },
];

import type { Try } from "./try";

/** Every place where the desk names a record, a login or something to repair, with the neighbour's id in it. */
export const deskTries: readonly Try[] = [
  {
    operation: "changeContact",
    as: "staff",
    neighbourOnly: true,
    sent: ({ patientId: id }) => ({
      params: { id },
      body: { version: 1, email: "else@example.com" },
    }),
  },
  {
    operation: "createRecord",
    as: "staff",
    neighbourOnly: true,
    sent: ({ practitionerId }) => ({
      body: { firstName: "Eva", lastName: "Else", dateOfBirth: "1991-05-06", practitionerId },
    }),
    answer: "422 practitioner_unknown",
  },
  {
    operation: "changeIdentity",
    as: "staff",
    neighbourOnly: true,
    sent: ({ patientId: id }) => ({ params: { id }, body: { version: 1, lastName: "Else" } }),
  },
  {
    operation: "archiveRecord",
    as: "staff",
    neighbourOnly: true,
    sent: ({ patientId: id }) => ({ params: { id }, body: { version: 1, reason: "Was here" } }),
  },
  {
    operation: "restoreRecord",
    as: "admin",
    neighbourOnly: true,
    sent: ({ patientId: id }) => ({ params: { id }, body: { version: 1 } }),
  },
  {
    operation: "restrictBooking",
    as: "staff",
    neighbourOnly: true,
    sent: ({ patientId: id }) => ({ params: { id }, body: { version: 1, restricted: true } }),
  },
  {
    operation: "waiveMobileWait",
    as: "admin",
    neighbourOnly: true,
    sent: ({ patientId: id }) => ({ params: { id }, body: { reason: "Was here" } }),
  },
  {
    operation: "unlockLogin",
    as: "staff",
    neighbourOnly: true,
    sent: ({ loginId: id }) => ({ params: { id }, body: { reason: "Was here" } }),
  },
  {
    operation: "eraseLogin",
    as: "admin",
    neighbourOnly: true,
    sent: ({ loginId: id }) => ({ params: { id }, body: { reason: "Was here" } }),
  },
  {
    operation: "repairRegistration",
    as: "staff",
    neighbourOnly: true,
    sent: ({ failedRegistrationId: id }) => ({ params: { id }, body: { action: "dismiss" } }),
  },
  {
    operation: "attendDelivery",
    as: "staff",
    neighbourOnly: true,
    sent: ({ deliveryId: id }) => ({ params: { id }, body: { action: "dismiss" } }),
  },
];

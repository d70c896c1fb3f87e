import { blankProfile } from "../../support/blank-profile";
import type { Try } from "./try";

/** Every place where an account's id goes into a route, with somebody else's in it. */
export const accountTries: readonly Try[] = [
  { operation: "endSession", as: "patient", sent: ({ sessionId: id }) => ({ params: { id } }) },
  { operation: "turnDeviceOff", as: "patient", sent: ({ deviceId: id }) => ({ params: { id } }) },
  { operation: "testDevice", as: "patient", sent: ({ deviceId: id }) => ({ body: { id } }) },
  {
    operation: "exportOwnData",
    as: "patient",
    sent: ({ patientId }) => ({ body: { format: "json", patientId } }),
  },
  {
    operation: "chooseMembership",
    as: "staff",
    sent: ({ membershipId }) => ({ body: { membershipId } }),
  },
  {
    operation: "createLoginLink",
    as: "staff",
    neighbourOnly: true,
    sent: ({ patientId: id }) => ({ params: { id }, body: { deliver: "show" } }),
  },
  {
    operation: "changeProfile",
    as: "patient",
    sent: ({ patientId }) => ({ body: { version: 1, ...blankProfile, patientId } }),
  },
  {
    operation: "chooseNotification",
    as: "patient",
    sent: ({ patientId }) => ({ body: { topic: "new_message", mail: false, patientId } }),
  },
];

import { softwareAuthenticator } from "../../support/software-authenticator";
import type { Try } from "./try";

const attestation = softwareAuthenticator().create({ challenge: "c29tZWJvZHk" });

/** Every place where a second factor or its owner is named, with somebody else's id in it. */
export const factorTries: readonly Try[] = [
  {
    operation: "renameFactor",
    as: "patient",
    sent: ({ factorId: id }) => ({ params: { id }, body: { label: "Else" } }),
  },
  { operation: "removeFactor", as: "patient", sent: ({ factorId: id }) => ({ params: { id } }) },
  {
    operation: "confirmAuthenticator",
    as: "patient",
    sent: ({ factorId: id }) => ({ params: { id }, body: { code: "123456" } }),
  },
  {
    operation: "confirmPasskey",
    as: "patient",
    sent: ({ factorId: id }) => ({ params: { id }, body: { attestation } }),
  },
  {
    operation: "resetFactors",
    as: "admin",
    sent: ({ loginId: id }) => ({ params: { id } }),
  },
  {
    // The token names the login; without a live one the id is not looked at.
    operation: "completeFactorLink",
    as: "visitor",
    answer: "410 link_unknown",
    sent: ({ factorId: id }) => ({ body: { token: "x".repeat(43), id, code: "123456" } }),
  },
  {
    // As above: the set-up link names the login.
    operation: "completeSetUp",
    as: "visitor",
    answer: "410 link_unknown",
    sent: ({ factorId: id }) => ({ body: { token: "x".repeat(43), id, code: "123456" } }),
  },
];

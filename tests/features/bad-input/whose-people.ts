import type { Try } from "./try";

const removal = { takesOverId: null, templates: "keep" };

/** People of the practice and invitations, named by an admin of another, or by what a patient has. */
export const peopleTries: readonly Try[] = [
  {
    operation: "resendInvitation",
    as: "admin",
    sent: ({ membershipId: id }) => ({ params: { id }, body: { version: 1 } }),
  },
  {
    operation: "withdrawInvitation",
    as: "admin",
    sent: ({ membershipId: id }) => ({ params: { id }, body: { version: 1 } }),
  },
  {
    operation: "changeRole",
    as: "admin",
    sent: ({ membershipId: id }) => ({
      params: { id },
      body: { role: "staff", takesOverId: null },
    }),
  },
  {
    operation: "removeColleague",
    as: "admin",
    sent: ({ membershipId: id }) => ({ params: { id }, body: removal }),
  },
  {
    operation: "endColleagueSessions",
    as: "admin",
    sent: ({ membershipId: id }) => ({ params: { id } }),
  },
];

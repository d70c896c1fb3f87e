import type { Try } from "./try";

const invitation = {
  firstName: "Nora",
  lastName: "Birch",
  dateOfBirth: "1984-03-27",
  email: "nora.birch@example.com",
  mobile: "+4917640690031",
  rights: "full",
  deliver: "show",
};

/** Every place where a child's or a guardianship's id goes into a route, with somebody else's in it (R10). */
export const guardianTries: readonly Try[] = [
  {
    operation: "inviteGuardian",
    as: "staff",
    neighbourOnly: true,
    sent: ({ patientId: id }) => ({ params: { id }, body: invitation }),
  },
  {
    operation: "linkGuardian",
    as: "staff",
    neighbourOnly: true,
    sent: ({ guardianshipId: id }) => ({ params: { id }, body: { deliver: "show" } }),
  },
  {
    operation: "endGuardianship",
    as: "staff",
    neighbourOnly: true,
    sent: ({ guardianshipId: id }) => ({ params: { id }, body: { reason: "Not mine" } }),
  },
  {
    operation: "changeGuardianship",
    as: "staff",
    neighbourOnly: true,
    sent: ({ guardianshipId: id }) => ({
      params: { id },
      body: {
        rights: "view",
        seen: { rights: "full" },
        reason: "Not mine",
      },
    }),
  },
  {
    operation: "renewGuardianTries",
    as: "staff",
    neighbourOnly: true,
    sent: ({ guardianshipId: id }) => ({ params: { id } }),
  },
  {
    operation: "confirmChild",
    as: "patient",
    sent: ({ guardianshipId: id }) => ({ params: { id }, body: { dateOfBirth: "1990-04-02" } }),
  },
];

export const detailsWordKeys = [
  "nameTitle",
  "birthTitle",
  "emailTitle",
  "mobileTitle",
  "firstName",
  "lastName",
  "dateOfBirth",
  "dateOfBirthHint",
  "email",
  "mobile",
  "mobileHint",
  "next",
  "fill",
  "fillDate",
  "fillYear",
  "noSuchDate",
  "unlikelyDate",
  "checkEmail",
] as const;

export type DetailsWords = Record<(typeof detailsWordKeys)[number] | "back", string>;

import { type RecordDetail, recordDetails } from "@/domain/pms/detail-changes";

export type ProfileField = RecordDetail;

interface Field {
  readonly name: ProfileField;
  /** Sixths of the line, from 640 px. */
  readonly wide: 2 | 3 | 4 | 6;
  readonly autoComplete?: string;
  readonly type?: "tel";
  readonly maxLength: number;
}

/** The form's parts in their order, with what browsers may fill in. */
export const profileGroups: readonly {
  readonly key: "preferred" | "address" | "phones" | "emergency";
  readonly fields: readonly Field[];
}[] = [
  {
    key: "preferred",
    fields: [{ name: "preferredName", wide: 6, autoComplete: "nickname", maxLength: 100 }],
  },
  {
    key: "address",
    fields: [
      { name: "addressLine1", wide: 6, autoComplete: "address-line1", maxLength: 200 },
      { name: "addressLine2", wide: 6, autoComplete: "address-line2", maxLength: 200 },
      { name: "postcode", wide: 2, autoComplete: "postal-code", maxLength: 30 },
      { name: "town", wide: 4, autoComplete: "address-level2", maxLength: 200 },
    ],
  },
  {
    key: "phones",
    fields: [
      { name: "homePhone", wide: 3, autoComplete: "home tel", type: "tel", maxLength: 50 },
      { name: "workPhone", wide: 3, autoComplete: "work tel", type: "tel", maxLength: 50 },
    ],
  },
  {
    key: "emergency",
    fields: [
      { name: "emergencyContactName", wide: 6, autoComplete: "off", maxLength: 200 },
      {
        name: "emergencyContactPhone",
        wide: 3,
        autoComplete: "off",
        type: "tel",
        maxLength: 50,
      },
      { name: "emergencyContactRelationship", wide: 3, autoComplete: "off", maxLength: 100 },
    ],
  },
];

export const profileKeys = [
  "preferred",
  "address",
  "phones",
  "emergency",
  "phonesHint",
  "relationHint",
  "submit",
  "saved",
  "same",
  ...recordDetails,
] as const;
export type ProfileWords = Record<(typeof profileKeys)[number], string>;

/** Every field, in the form's order. */
export const profileFields: readonly ProfileField[] = profileGroups.flatMap(({ fields }) =>
  fields.map(({ name }) => name),
);

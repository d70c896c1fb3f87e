import type { RecordDetail } from "@/domain/pms/detail-changes";

/** A profile form with nothing in it. */
export const blankProfile = {
  preferredName: "",
  addressLine1: "",
  addressLine2: "",
  town: "",
  postcode: "",
  homePhone: "",
  workPhone: "",
  emergencyContactName: "",
  emergencyContactPhone: "",
  emergencyContactRelationship: "",
} satisfies Record<RecordDetail, string>;

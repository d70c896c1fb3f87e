import type { RefusalTable } from "@/lib/refusal-table";
import type { InviteColleagueRefusal } from "../invitations/invite-colleague";
import type { InvitationRefusal } from "../invitations/lock-invitation";
import type { ChangeRoleRefusal } from "./change-role";
import type { MembershipRefusal } from "./lock-membership";
import type { RemoveColleagueRefusal } from "./remove-colleague";

const reused = { status: 422, words: "people.refusals.idempotency_key_reused" } as const;

export const inviteRefusals: RefusalTable<InviteColleagueRefusal> = {
  name_length: { status: 422, words: "people.refusals.name_length", field: "firstName" },
  email_wrong: { status: 422, words: "refusals.fields.email", field: "email" },
  mobile_wrong: { status: 422, words: "people.refusals.mobile_wrong", field: "mobile" },
  works_here: { status: 409, words: "people.refusals.works_here", field: "email" },
  invited_already: { status: 409, words: "people.refusals.invited_already", field: "email" },
  idempotency_key_reused: reused,
};

export const invitationRefusals: RefusalTable<InvitationRefusal | "idempotency_key_reused"> = {
  not_found: { status: 404, words: "people.refusals.invitation_gone" },
  changed_meanwhile: { status: 409, words: "people.refusals.invitation_changed" },
  idempotency_key_reused: reused,
};

export const membershipRefusals: RefusalTable<MembershipRefusal> = {
  not_found: { status: 404, words: "refusals.not_found" },
  membership_ended: { status: 409, words: "people.refusals.membership_ended" },
};

const leavingRefusals = {
  ...membershipRefusals,
  last_admin: { status: 409, words: "people.refusals.last_admin" },
  person_unknown: { status: 409, words: "people.refusals.person_unknown", field: "takesOverId" },
  idempotency_key_reused: reused,
} as const;

export const changeRoleRefusals: RefusalTable<ChangeRoleRefusal> = {
  ...leavingRefusals,
  same_role: { status: 409, words: "people.refusals.same_role", field: "role" },
  has_role: { status: 409, words: "people.refusals.has_role", field: "role" },
};

export const removeRefusals: RefusalTable<RemoveColleagueRefusal> = leavingRefusals;

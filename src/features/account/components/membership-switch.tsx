"use client";

import {
  type MembershipChoice,
  MembershipChoices,
} from "@/features/access/components/membership-choice";

type MembershipSwitchProps = {
  memberships: readonly MembershipChoice[];
  roles: Record<MembershipChoice["role"], string>;
};

/** Goes on in another practice or role; the whole page is loaded anew, because everything on it changes (S10). */
export function MembershipSwitch({ memberships, roles }: MembershipSwitchProps) {
  return (
    <MembershipChoices
      memberships={memberships}
      onChosen={(url) => window.location.assign(url)}
      roles={roles}
    />
  );
}

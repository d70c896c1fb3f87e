"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { useUiWords } from "@/components/ui-words";
import { postJson } from "@/lib/api-client";

export type MembershipChoice = {
  id: string;
  practiceName: string;
  role: "patient" | "guardian" | "orthodontist" | "staff" | "admin";
};

type MembershipChoicesProps = {
  memberships: readonly MembershipChoice[];
  roles: Record<MembershipChoice["role"], string>;
  lead?: string;
  onChosen: (url: string) => void;
};

/** Which practice and role to go on in (S10). */
export function MembershipChoices({ memberships, roles, lead, onChosen }: MembershipChoicesProps) {
  const words = useUiWords();
  const [pending, setPending] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  async function choose(membershipId: string) {
    if (pending) return;
    setPending(membershipId);
    const answer = await postJson<{ url: string }>("/api/login/membership", { membershipId });
    if (answer.ok) return onChosen(answer.value.url);
    setPending(null);
    setFailure(answer.message || words.offline);
  }
  return (
    <Stack gap={4}>
      {lead && <p>{lead}</p>}
      {failure && (
        <Notice live tone="danger">
          {failure}
        </Notice>
      )}
      <ul className="flex flex-col gap-3">
        {memberships.map(({ id, practiceName, role }) => (
          <li key={id}>
            <button
              aria-busy={pending === id || undefined}
              className="flex min-h-16 w-full items-center gap-3 rounded-control border border-edge bg-surface px-4 py-2 text-start hover:border-ink hover:bg-sunken"
              onClick={() => choose(id)}
              type="button"
            >
              <span className="min-w-0 grow">
                <span className="block font-semibold">{practiceName}</span>
                <span className="block text-muted text-sm">{roles[role]}</span>
              </span>
              <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-muted" />
            </button>
          </li>
        ))}
      </ul>
    </Stack>
  );
}

"use client";

import { UserRoundCheck } from "lucide-react";
import { useState } from "react";
import type { Colleague } from "@/features/people/colleagues";
import { fillIn } from "@/lib/fill-in";
import { useOpenThread } from "../../conversation/open-thread";
import { ActionMenu } from "./action-menu";
import type { HandlingWords } from "./handling-words";
import type { useHandling } from "./use-handling";

type AssignMenuProps = {
  ownPersonId: string;
  colleagues: readonly Colleague[];
  handling: ReturnType<typeof useHandling>;
  words: HandlingWords;
};

/** To whom the thread is, and to whom else it could be: oneself first, nobody last. `a` opens it. */
export function AssignMenu({ ownPersonId, colleagues, handling, words }: AssignMenuProps) {
  const { thread } = useOpenThread();
  const seen = thread.handling?.assignedToPersonId ?? null;
  // What was chosen stands at once; a refusal puts the truth back.
  const [chosen, setChosen] = useState<{ readonly personId: string | null } | null>(null);
  const now = chosen ? chosen.personId : seen;
  const nameOf = (personId: string) =>
    colleagues.find((one) => one.personId === personId)?.name ?? words.somebody;
  const mayTake = colleagues.filter(({ role }) => role === "orthodontist" || thread.withStaff);
  const people = [
    ...mayTake.filter(({ personId }) => personId === ownPersonId),
    ...mayTake.filter(({ personId }) => personId !== ownPersonId),
  ];

  async function assign(personId: string | null) {
    if (personId === now) return;
    setChosen({ personId });
    await handling.act("assign", { personId, seen }, ({ code, detail }) => {
      if (code !== "assigned_meanwhile") return null;
      const { name } = detail;
      return typeof name === "string"
        ? fillIn(words.assignedMeanwhile, { name })
        : words.unassignedMeanwhile;
    });
    setChosen(null);
  }

  return (
    <ActionMenu
      actions={[
        ...people.map(({ personId, name }) => ({
          key: personId,
          label: personId === ownPersonId ? fillIn(words.me, { name }) : name,
          isCurrent: personId === now,
          onChoose: () => void assign(personId),
        })),
        {
          key: "nobody",
          label: words.nobody,
          isCurrent: now === null,
          onChoose: () => void assign(null),
        },
      ]}
      hotkey="a"
      label={words.assignedTo}
      side="start"
      summary={
        <>
          <UserRoundCheck aria-hidden="true" className="size-4.5 shrink-0 max-sm:hidden" />
          <span className="truncate" dir="auto">
            {now === null ? words.nobody : nameOf(now)}
          </span>
        </>
      }
    />
  );
}

"use client";

import { Button } from "@/components/button";
import { LeaveGuard } from "@/components/leave-guard";
import { Notice } from "@/components/notice";
import type { CaseDraft } from "./use-case-draft";
import type { WizardWords } from "./wizard-words";

/** Whether what is written is kept; where another window was faster, which of the two stands. */
export function SavingLine({ draft, words }: { draft: CaseDraft; words: WizardWords }) {
  const { saving, keepMine, takeTheirs } = draft;
  if (saving === "meanwhile")
    return (
      <Notice
        action={
          <div className="flex flex-wrap gap-2">
            <Button kind="secondary" onClick={keepMine} small>
              {words.keepMine}
            </Button>
            <Button kind="secondary" onClick={takeTheirs} small>
              {words.takeTheirs}
            </Button>
          </div>
        }
        live
        title={words.meanwhileTitle}
        tone="notice"
      >
        {words.meanwhile}
      </Notice>
    );
  return (
    <>
      <p
        className={saving === "failed" ? "text-danger text-sm" : "text-muted text-sm"}
        role="status"
      >
        {words[saving]}
      </p>
      {saving !== "saved" && <LeaveGuard words={words.leave} />}
    </>
  );
}

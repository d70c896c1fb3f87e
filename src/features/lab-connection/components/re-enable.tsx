"use client";

import { ExternalLink } from "lucide-react";
import { useState } from "react";
import { Button, type ButtonKind } from "@/components/button";
import { Notice } from "@/components/notice";
import { useUiWords } from "@/components/ui-words";
import { postJson } from "@/lib/api-client";

type ReEnableProps = {
  labId: string;
  returnTo?: string | undefined;
  look: ButtonKind;
  words: { button: string; leads: string };
};

/** Leads to the lab's own sign-in (R42); this page waits behind it and is there again on the way back. */
export function ReEnable({ labId, returnTo, look, words }: ReEnableProps) {
  const ui = useUiWords();
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState("");

  async function begin() {
    setPending(true);
    setRefusal("");
    const answer = await postJson<{ redirectTo: string }>(
      `/api/integrations/${labId}/re-enable`,
      returnTo === undefined ? {} : { returnTo },
    );
    if (answer.ok) return window.location.assign(answer.value.redirectTo);
    setPending(false);
    setRefusal(answer.message || (answer.code === "offline" ? ui.offline : ui.unexpected));
  }

  return (
    <div className="flex flex-col items-start gap-2">
      <Button
        icon={<ExternalLink aria-hidden="true" className="size-4.5" />}
        kind={look}
        onClick={begin}
        pending={isPending}
      >
        {words.button}
      </Button>
      <p className="text-muted text-sm">{words.leads}</p>
      {refusal !== "" && (
        <div role="alert">
          <Notice tone="danger">{refusal}</Notice>
        </div>
      )}
    </div>
  );
}

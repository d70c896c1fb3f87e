"use client";

import { useEffect, useState } from "react";
import { Button, ButtonLink } from "@/components/button";
import { Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { PhoneLink } from "@/components/phone-link";
import type { Support } from "@/components/shells/visitor-shell";
import type { LoginWords } from "./login-words";

type LockedStepProps = {
  words: LoginWords;
  minutes: number;
  query: string;
  support: Support | null;
  onAgain: () => void;
};

/** The lock, how long it lasts, and the two ways around it (R14). The same for a name nobody has. */
export function LockedStep({ words, minutes, query, support, onAgain }: LockedStepProps) {
  const [left, setLeft] = useState(minutes);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 60_000);
    return () => clearTimeout(timer);
  }, [left]);
  return (
    <Stack gap={6}>
      <Notice live tone={left > 0 ? "danger" : "success"}>
        {left > 0 ? words["locked.text"].replace("{minutes}", String(left)) : words["locked.over"]}
      </Notice>
      <div className="flex flex-col gap-3">
        <p>{words["locked.reset"]}</p>
        <ButtonLink
          href={`/forgot-password${query}`}
          kind={left > 0 ? "primary" : "secondary"}
          wide
        >
          {words.forgot}
        </ButtonLink>
      </div>
      {support && (
        <div className="flex flex-col gap-3">
          <p>{words["locked.call"]}</p>
          <PhoneLink label={words["locked.phone"]} look="button" phone={support.phone} />
        </div>
      )}
      <Button kind={left > 0 ? "quiet" : "primary"} onClick={onAgain} wide>
        {words["locked.again"]}
      </Button>
    </Stack>
  );
}

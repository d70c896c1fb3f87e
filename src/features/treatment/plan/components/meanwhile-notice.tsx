"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/button";
import { Notice } from "@/components/notice";
import { getJson } from "@/lib/api-client";
import { fillIn } from "@/lib/fill-in";
import type { PlanView } from "../schema";
import type { PlanWords } from "./plan-words";

type MeanwhileNoticeProps = {
  patientId: string;
  version: number;
  /** Where the newer version can be looked at. */
  href: string;
  onFollow: (theirs: PlanView, keep: boolean) => void;
  words: PlanWords;
};

/** Somebody saved the plan elsewhere: what was typed stays until one decides. */
export function MeanwhileNotice(props: MeanwhileNoticeProps) {
  const { patientId, version, href, onFollow, words } = props;
  const box = useRef<HTMLDivElement>(null);
  const [pending, setPending] = useState(false);
  const [isLost, setIsLost] = useState(false);
  useEffect(() => {
    box.current?.focus();
  }, []);

  async function follow(keep: boolean) {
    setPending(true);
    const answer = await getJson<PlanView>(`/api/patients/${patientId}/plan`);
    setPending(false);
    setIsLost(!answer.ok);
    if (answer.ok) onFollow(answer.value, keep);
  }
  return (
    <div ref={box} tabIndex={-1}>
      <Notice
        action={
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => follow(true)} pending={pending} small>
              {words["meanwhile.over"]}
            </Button>
            <Button kind="secondary" onClick={() => follow(false)} pending={pending} small>
              {fillIn(words["meanwhile.load"], { version })}
            </Button>
          </div>
        }
        live
        title={words["meanwhile.title"]}
        tone="notice"
      >
        <p>{fillIn(words["meanwhile.text"], { version })}</p>
        <a className="link" href={href} rel="noreferrer" target="_blank">
          {words["meanwhile.look"]}
        </a>
        {isLost && <p className="font-medium">{words["save.failed"]}</p>}
      </Notice>
    </div>
  );
}

"use client";

import { CalendarCheck2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "@/components/button";
import { PageTitle } from "@/components/layout";
import { Notice } from "@/components/notice";
import { useForm } from "@/components/use-form";

type AnswerVisitProps = {
  token: string;
  words: Record<"open" | "come" | "doneTitle" | "done", string>;
  /** Day, time and practice. */
  children: ReactNode;
};

/** "I will come", on the one button of a reminder's page; what has changed meanwhile is said, and shown (R35). */
export function AnswerVisit({ token, words, children }: AnswerVisitProps) {
  const router = useRouter();
  const [isDone, setIsDone] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isDone) heading.current?.focus();
  }, [isDone]);
  const form = useForm({
    path: "/api/visit-links/confirm",
    body: () => ({ token }),
    onDone: () => setIsDone(true),
    onRefused: (failure) => {
      if (failure.status === 409 || failure.status === 410) router.refresh();
      return undefined;
    },
  });
  if (isDone)
    return (
      <>
        <div className="flex items-center gap-3">
          <CalendarCheck2 aria-hidden="true" className="size-8 shrink-0 text-success" />
          <h1 className="font-bold text-2xl sm:text-3xl" ref={heading} tabIndex={-1}>
            {words.doneTitle}
          </h1>
        </div>
        <p>{words.done}</p>
        {children}
      </>
    );
  return (
    <>
      <PageTitle title={words.open} />
      {children}
      <form {...form.props} className="flex flex-col gap-3">
        {form.failure && (
          <Notice live tone="danger">
            {form.failure.message}
          </Notice>
        )}
        <Button pending={form.pending} type="submit" wide>
          {words.come}
        </Button>
      </form>
    </>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Actions, Section, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { useForm } from "@/components/use-form";
import { getJson } from "@/lib/api-client";
import { fillIn } from "@/lib/fill-in";
import { formatDayTime } from "@/lib/format-time";
import type { MovePlan } from "../schema";

type MoveAllProps = {
  id: string;
  text: string;
  language: string;
  /** There is more than one to move. */
  offered: boolean;
  /** What else is offered beside it. */
  children: ReactNode;
  words: Record<
    "title" | "plan" | "planTitle" | "noTime" | "move" | "moved" | "left" | "cancel",
    string
  >;
};

/** A new time for every open visit: first the plan, then all of it by one press. What came of it stays to be read. */
export function MoveAll({ id, text, language, offered, children, words }: MoveAllProps) {
  const router = useRouter();
  const [plan, setPlan] = useState<MovePlan | null>(null);
  const [told, setTold] = useState<{ moved: number; left: number } | null>(null);
  const ask = useForm<MovePlan>({
    path: `/api/disruptions/${id}/plan`,
    body: () => ({}),
    send: () => getJson<MovePlan>(`/api/disruptions/${id}/plan`),
    onDone: (found) => {
      setTold(null);
      setPlan(found);
    },
  });
  const moves = (plan?.items ?? []).flatMap(({ appointmentId, version, startsAt }) =>
    startsAt === null ? [] : [{ appointmentId, version, startsAt }],
  );
  const move = useForm<{ moved: number; left: number }>({
    path: `/api/disruptions/${id}/moves`,
    body: () => ({ moves }),
    onDone: (done) => {
      setPlan(null);
      setTold(done);
      router.refresh();
    },
  });
  const said = (at: string) => plan && formatDayTime(at, plan.timeZone, language);
  if (!offered && told === null) return null;
  return (
    <Section id="all" title={words.title}>
      {offered && (
        <div className="flex flex-wrap items-start gap-3">
          <form {...ask.props}>
            <Stack gap={3}>
              <FormErrorSummary form={ask} />
              <Button pending={ask.pending} small type="submit">
                {words.plan}
              </Button>
            </Stack>
          </form>
          {children}
        </div>
      )}
      {told && (
        <Notice live tone={told.left > 0 ? "notice" : "success"}>
          {fillIn(words.moved, { moved: told.moved })}{" "}
          {told.left > 0 && fillIn(words.left, { left: told.left })}
        </Notice>
      )}
      <Dialog onClose={() => setPlan(null)} open={plan !== null} title={words.planTitle}>
        <form {...move.props}>
          <Stack gap={4}>
            <p>{text}</p>
            <ul className="divide-y divide-hairline border-hairline border-y">
              {plan?.items.map((item) => (
                <li
                  className="flex flex-wrap justify-between gap-x-4 py-2"
                  key={item.appointmentId}
                >
                  <span className="wrap-anywhere font-medium">{item.patient}</span>
                  <span className={item.startsAt ? "" : "text-muted"}>
                    {item.startsAt ? said(item.startsAt) : words.noTime}
                  </span>
                </li>
              ))}
            </ul>
            <FormErrorSummary form={move} />
            <Actions>
              {moves.length > 0 && (
                <Button pending={move.pending} type="submit">
                  {fillIn(words.move, { count: moves.length })}
                </Button>
              )}
              <Button kind="quiet" onClick={() => setPlan(null)}>
                {words.cancel}
              </Button>
            </Actions>
          </Stack>
        </form>
      </Dialog>
    </Section>
  );
}

"use client";

import { AlarmClock } from "lucide-react";
import { useState } from "react";
import { DateField } from "@/components/date-field";
import { DialogForm } from "@/components/dialog-form";
import { useForm } from "@/components/use-form";
import { formatDayTime } from "@/lib/format-time";
import type { Here } from "../../components/days";
import { useOpenThread } from "../../conversation/open-thread";
import { useAheadMs } from "../../conversation/use-ahead";
import type { HandlingView } from "../schema";
import { ActionMenu } from "./action-menu";
import type { HandlingWords } from "./handling-words";
import type { useHandling } from "./use-handling";

type SnoozeMenuProps = {
  here: Here;
  handling: ReturnType<typeof useHandling>;
  onSnoozed: (view: HandlingView) => void;
  words: HandlingWords;
};

const choices = ["later_today", "tomorrow", "next_week"] as const;
type Times = Partial<Record<(typeof choices)[number], string | null>>;

/** Puts the thread away until a time that is said first, by the practice's clock. `s` opens it. */
export function SnoozeMenu({ here, handling, onSnoozed, words }: SnoozeMenuProps) {
  const { thread } = useOpenThread();
  const aheadMs = useAheadMs(here.at);
  const [times, setTimes] = useState<Times>({});
  const [isChoosingDay, setChoosingDay] = useState(false);
  const isSnoozed = (thread.handling?.snoozedUntil ?? null) !== null;

  const form = useForm<HandlingView>({
    path: `/api/threads/${thread.id}/snooze`,
    body: ({ text }) => ({ until: "day", on: text("on") }),
    onDone: (view) => {
      setChoosingDay(false);
      handling.show(view);
      onSnoozed(view);
    },
  });

  async function tellTimes() {
    const { timesOf } = await import("./snooze-times");
    setTimes(timesOf(choices, Date.now() + aheadMs, here.zone));
  }

  async function snooze(until: (typeof choices)[number] | null) {
    const view = await handling.act("snooze", { until });
    if (view && until !== null) onSnoozed(view);
  }

  return (
    <>
      <ActionMenu
        actions={[
          ...(isSnoozed
            ? [{ key: "wake", label: words.wake, onChoose: () => void snooze(null) }]
            : []),
          ...choices
            .filter((choice) => times[choice] !== null)
            .map((choice) => {
              const at = times[choice];
              return {
                key: choice,
                label: words[choice],
                note: at ? formatDayTime(at, here.zone, here.language) : null,
                onChoose: () => void snooze(choice),
              };
            }),
          {
            key: "day",
            label: words.day,
            opensDialog: true,
            onChoose: () => setChoosingDay(true),
          },
        ]}
        hotkey="s"
        label={words.snooze}
        onOpen={() => void tellTimes()}
        summary={
          <>
            <AlarmClock aria-hidden="true" className="size-4.5 shrink-0" />
            <span aria-hidden="true" className="max-sm:hidden">
              {words.snooze}
            </span>
          </>
        }
      />
      <DialogForm
        form={form}
        lead={<p>{words.dayText}</p>}
        onClose={() => setChoosingDay(false)}
        open={isChoosingDay}
        title={words.day}
        words={{ submit: words.snooze, cancel: words.cancel }}
      >
        <DateField {...form.field("on")} label={words.dayLabel} />
      </DialogForm>
    </>
  );
}

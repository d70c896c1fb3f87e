"use client";

import { CalendarPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button, ButtonLink } from "@/components/button";
import { CopyField } from "@/components/copy-field";
import { Actions, Card, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { useUiWords } from "@/components/ui-words";
import { postJson } from "@/lib/api-client";
import type { FeedAddress } from "../calendar-feed/schema";
import type { CalendarAddressWords } from "./calendar-address-words";

const path = "/api/account/calendar-address";

type CalendarAddressProps = {
  /** When it was made and last asked for, in words; null while there is none. */
  present: { made: string; fetched: string } | null;
  words: CalendarAddressWords;
};

/** The private address of one's calendar: made at a press, shown once, replaced or removed (R34). */
export function CalendarAddress({ present, words }: CalendarAddressProps) {
  const ui = useUiWords();
  const router = useRouter();
  const [address, setAddress] = useState<FeedAddress | null>(null);
  const [pending, setPending] = useState<"make" | "remove" | null>(null);
  // What is shown stays until the page knows better: no moment in which it says what was before.
  const [isRefreshing, refreshed] = useTransition();
  const [told, setTold] = useState<{ tone: "success" | "danger"; text: string } | null>(null);

  async function make() {
    setPending("make");
    setTold(null);
    const answer = await postJson<FeedAddress>(path, {});
    setPending(null);
    if (answer.ok) setAddress(answer.value);
    else setTold({ tone: "danger", text: answer.message || ui.offline });
  }
  async function remove() {
    setPending("remove");
    const answer = await postJson(`${path}/remove`, {});
    setPending(null);
    if (!answer.ok) return setTold({ tone: "danger", text: answer.message || ui.offline });
    refreshed(() => {
      setTold({ tone: "success", text: words.removed });
      router.refresh();
    });
  }

  if (address)
    return (
      <ShownAddress
        address={address}
        isPending={isRefreshing}
        onKept={() =>
          refreshed(() => {
            setAddress(null);
            router.refresh();
          })
        }
        words={words}
      />
    );
  return (
    <Stack gap={4}>
      {told && (
        <Notice live tone={told.tone}>
          {told.text}
        </Notice>
      )}
      <Card>
        <Stack gap={4}>
          <div>
            <h2 className="font-semibold text-xl">{present ? words.present : words.noneTitle}</h2>
            {present ? (
              <ul className="mt-1 text-muted">
                <li>{present.made}</li>
                <li>{present.fetched}</li>
              </ul>
            ) : (
              <p className="mt-1 text-muted">{words.none}</p>
            )}
          </div>
          <Actions>
            <Button
              kind={present ? "secondary" : "primary"}
              onClick={make}
              pending={pending === "make"}
            >
              {present ? words.replace : words.make}
            </Button>
            {present && (
              <Button kind="quiet" onClick={remove} pending={pending === "remove" || isRefreshing}>
                {words.remove}
              </Button>
            )}
          </Actions>
          {present && <p className="text-muted text-sm">{words.replaceText}</p>}
        </Stack>
      </Card>
    </Stack>
  );
}

type ShownAddressProps = {
  address: FeedAddress;
  words: CalendarAddressWords;
  isPending: boolean;
  onKept: () => void;
};

function ShownAddress({ address, words, isPending, onKept }: ShownAddressProps) {
  return (
    <Card tone="accent">
      <Stack gap={4}>
        <div role="status">
          <h2 className="font-semibold text-xl">{words["made.title"]}</h2>
          <p className="mt-1">{words["made.text"]}</p>
        </div>
        <CopyField id="calendar-address" label={words["made.label"]} value={address.url} />
        <Actions>
          <ButtonLink
            href={address.webcalUrl}
            icon={<CalendarPlus aria-hidden="true" className="size-5" />}
            prefetch={false}
          >
            {words["made.open"]}
          </ButtonLink>
          <Button kind="quiet" onClick={onKept} pending={isPending}>
            {words["made.done"]}
          </Button>
        </Actions>
      </Stack>
    </Card>
  );
}

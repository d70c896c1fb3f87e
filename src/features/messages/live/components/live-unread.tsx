"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { CountBadge } from "@/components/badge";
import { getJson } from "@/lib/api-client";
import { refreshUnattended } from "@/lib/unattended";
import { hearThreads } from "../browser-events";

type LiveUnreadProps = {
  /** As the page was made. */
  count: number;
  label: string;
  className?: string;
  /** A page that says the number in its own words, and is made anew when it changes. */
  saidOn?: string;
};

const path = "/api/threads/unread";
/** All the badges of a page, and news that come together, ask once. */
const togetherMs = 60;

let asking: Promise<number | null> | null = null;

function ask(): Promise<number | null> {
  asking ??= new Promise<number | null>((resolve) => {
    setTimeout(() => {
      asking = null;
      void getJson<{ unread: number }>(path, { unattended: true }).then((answer) =>
        resolve(answer.ok ? answer.value.unread : null),
      );
    }, togetherMs);
  });
  return asking;
}

/** The number of what is unread, true in every open tab: it moves when something is sent or read anywhere (R38). */
export function LiveUnread({ count, label, className, saidOn }: LiveUnreadProps) {
  const router = useRouter();
  const here = usePathname();
  const [made, setMade] = useState(count);
  const [unread, setUnread] = useState(count);
  // A page rendered anew brings a newer count.
  if (made !== count) {
    setMade(count);
    setUnread(count);
  }
  const latest = useRef(0);
  const look = useEffectEvent(async () => {
    latest.current += 1;
    const turn = latest.current;
    const asked = await ask();
    if (asked === null || turn !== latest.current) return;
    if (asked !== unread && here === saidOn) refreshUnattended(router);
    setUnread(asked);
  });
  useEffect(() => hearThreads(() => void look()), []);
  return <CountBadge count={unread} label={label} {...(className && { className })} />;
}

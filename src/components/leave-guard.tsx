"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";

type LeaveGuardProps = { words: Record<"title" | "text" | "stay" | "leave", string> };

/** Asks before the page is left for another one, closed or loaded again, while something stands on it only once. */
export function LeaveGuard({ words }: LeaveGuardProps) {
  const [href, setHref] = useState<string | null>(null);
  const [leaving, setLeaving] = useState(false);
  useEffect(() => {
    if (leaving) return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    // Before Next's own links see the press.
    const ask = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest("a[href]");
      if (!(link instanceof HTMLAnchorElement) || link.hasAttribute("download")) return;
      if (link.target === "_blank" || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      setHref(link.href);
    };
    window.addEventListener("beforeunload", hold);
    document.addEventListener("click", ask, { capture: true });
    return () => {
      window.removeEventListener("beforeunload", hold);
      document.removeEventListener("click", ask, { capture: true });
    };
  }, [leaving]);
  useEffect(() => {
    if (leaving && href) window.location.assign(href);
  }, [leaving, href]);
  return (
    <Dialog
      actions={
        <>
          <Button kind="quiet" onClick={() => setLeaving(true)}>
            {words.leave}
          </Button>
          <Button onClick={() => setHref(null)}>{words.stay}</Button>
        </>
      }
      onClose={() => setHref(null)}
      open={href !== null}
      title={words.title}
    >
      <p>{words.text}</p>
    </Dialog>
  );
}

"use client";

import { usePathname, useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { keptAddress } from "@/domain/offline/kept-address";
import { isRefused } from "@/domain/offline/kept-submission";
import { refreshUnattended } from "@/lib/unattended";
import { askWorker } from "../ask-worker";
import { keepsHere, stopKeeping } from "../keeps-here";
import { dropKept, keptSubmissions, nothingKept, showKept } from "../kept-submissions";
import type { Said } from "../protocol";
import { type Away, OfflineNotice } from "./offline-notice";
import type { OfflineWords } from "./offline-words";

type OfflineKeeperProps = {
  owner: string;
  /** The practice's time zone. */
  zone: string;
  language: string;
  /** Whom a guardian acts for, where there are several. */
  patients: readonly { id: string; name: string }[];
  words: OfflineWords;
};

const AGAIN_MS = 5_000;
const IDLE_MS = 3_000;

/**
 * Starts the worker of a patient's pages and says what it keeps: that the page is shown without a network and since
 * when it stands so, and what waits or was refused.
 */
export function OfflineKeeper(props: OfflineKeeperProps) {
  const { owner, zone, language, patients, words } = props;
  const router = useRouter();
  const waits = words["waiting.marked"];
  const path = usePathname();
  const { submissions } = useSyncExternalStore(
    keptSubmissions.subscribe,
    keptSubmissions.now,
    () => nothingKept,
  );
  const [away, setAway] = useState<Away | null>(null);

  const back = useRef(() => {});
  const again = useRef<ReturnType<typeof setTimeout>>(undefined);
  const told = useCallback(
    (said: Said | null) => {
      clearTimeout(again.current);
      if (said === null) {
        // Silence, while the page is a copy: the network is slower than the worker may be.
        if (keptAt() !== null) again.current = setTimeout(() => back.current(), AGAIN_MS);
        return;
      }
      showKept({ owner }, said.submissions);
      const isWaiting = said.submissions.some((each) => !isRefused(each));
      // The network is said to be back before it is, and some networks only say so.
      if (navigator.onLine && (said.online === false || isWaiting))
        again.current = setTimeout(() => back.current(), AGAIN_MS);
      if (said.online !== true) return;
      const wasKept = takeKeptAt() !== null;
      setAway(null);
      if (wasKept || said.sent > 0) refreshUnattended(router);
    },
    [owner, router],
  );

  useEffect(() => {
    showKept({ owner, zone, waits });
    const { serviceWorker } = navigator;
    // The development server has no worker; nor has a page without https.
    if (!serviceWorker || process.env.NODE_ENV !== "production") return;
    if (!keepsHere()) return void stopKeeping();
    const copy = copyShown();
    if (copy.since !== null || !navigator.onLine) setAway(copy);
    const ask = (kind: "here" | "send") =>
      askWorker(
        kind === "here"
          ? { kind, owner, address: window.location.pathname + window.location.search }
          : { kind, owner },
      ).then(told);
    const onMessage = ({ data }: MessageEvent<{ sent: number }>) => {
      if (data.sent > 0) refreshUnattended(router);
      void ask("send");
    };
    const gone = () => setAway({ since: keptAt(), isSlow: false });
    const onBack = () => void ask("send");
    back.current = onBack;
    const seen = () => {
      if (document.visibilityState === "visible") void ask("send");
    };
    const begin = () =>
      void serviceWorker
        .register("/worker.js", { updateViaCache: "none" })
        .then(() => serviceWorker.ready)
        .then(() => ask("here"))
        .then(() => (keptAt() === null ? undefined : ask("send")))
        // Without a worker the portal works as long as there is a network.
        .catch(() => undefined);
    serviceWorker.addEventListener("message", onMessage);
    serviceWorker.addEventListener("controllerchange", begin, { once: true });
    window.addEventListener("offline", gone);
    window.addEventListener("online", onBack);
    document.addEventListener("visibilitychange", seen);
    const first = () => whenIdle(begin);
    if (document.readyState === "complete") first();
    else window.addEventListener("load", first, { once: true });
    return () => {
      clearTimeout(again.current);
      serviceWorker.removeEventListener("message", onMessage);
      serviceWorker.removeEventListener("controllerchange", begin);
      window.removeEventListener("load", first);
      window.removeEventListener("offline", gone);
      window.removeEventListener("online", onBack);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [owner, zone, waits, router, told]);

  const isKeptPage = keptAddress(path, new URLSearchParams()) !== null;
  return (
    <div className="contents" data-offline-owner={owner} role="status">
      {isKeptPage && (
        <OfflineNotice
          away={away}
          language={language}
          patients={patients}
          onDrop={(key) => void dropKept(key)}
          submissions={submissions}
          words={words}
        />
      )}
    </div>
  );
}

/** The page comes first, what a phone keeps of it second. */
function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(work, { timeout: IDLE_MS });
  else setTimeout(work, 0);
}

function copyShown(): Away {
  return { since: keptAt(), isSlow: document.documentElement.dataset.network === "slow" };
}

/** Since when the page stands as it is, where it is a copy; in milliseconds. */
function keptAt(): number | null {
  const { keptAt: at } = document.documentElement.dataset;
  return at === undefined ? null : Number(at);
}

function takeKeptAt(): number | null {
  const at = keptAt();
  delete document.documentElement.dataset.keptAt;
  delete document.documentElement.dataset.network;
  return at;
}

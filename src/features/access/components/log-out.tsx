"use client";

import { LogOut as LogOutIcon } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { menuItemLook } from "@/components/shells/menu-items";
import { Spinner } from "@/components/spinner";
import { useUiWords } from "@/components/ui-words";
import { askWorker } from "@/features/offline/ask-worker";
import { getJson, postJson } from "@/lib/api-client";

type LogOutProps = {
  label: string;
  /** Asks before a change that waits for the network is dropped; only patients mark any. */
  unsent?: Record<"title" | "text" | "stay" | "leave", string>;
};

/** Ends the session and leaves for the login page; an entry of the account menu. Nothing stays in the browser. */
export function LogOut({ label, unsent }: LogOutProps) {
  const words = useUiWords();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  async function leave(isSure: boolean) {
    if (pending) return;
    setPending(true);
    setAsking(false);
    if (!isSure) {
      const kept = await askWorker({ kind: "send", owner: "" });
      if (unsent && kept?.online && kept.waiting > 0) {
        setPending(false);
        return setAsking(true);
      }
    }
    const csrf = await getJson<{ csrfToken: string }>("/api/auth/csrf");
    // Before the session ends: its end takes the worker away where the browser knows how.
    if (csrf.ok) await askWorker({ kind: "wipe" });
    const answer = csrf.ok
      ? await postJson("/api/auth/signout", { csrfToken: csrf.value.csrfToken })
      : csrf;
    if (answer.ok) return window.location.assign("/login?out=1");
    setPending(false);
    setFailure(answer.message || words.offline);
  }
  return (
    <>
      <button
        aria-busy={pending || undefined}
        className={menuItemLook}
        onClick={() => void leave(false)}
        type="button"
      >
        {pending ? <Spinner /> : <LogOutIcon aria-hidden="true" className="size-5" />}
        {label}
      </button>
      {unsent && (
        <Dialog
          actions={
            <>
              <Button kind="danger" onClick={() => void leave(true)}>
                {unsent.leave}
              </Button>
              <Button onClick={() => setAsking(false)}>{unsent.stay}</Button>
            </>
          }
          onClose={() => setAsking(false)}
          open={asking}
          title={unsent.title}
        >
          <p>{unsent.text}</p>
        </Dialog>
      )}
      {failure && (
        <p className="px-3 text-danger text-sm" role="alert">
          {failure}
        </p>
      )}
    </>
  );
}

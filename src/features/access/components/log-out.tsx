"use client";

import { LogOut as LogOutIcon } from "lucide-react";
import { useState } from "react";
import { menuItemLook } from "@/components/shells/menu-items";
import { Spinner } from "@/components/spinner";
import { useUiWords } from "@/components/ui-words";
import { getJson, postJson } from "@/lib/api-client";

/** Ends the session and leaves for the login page; an entry of the account menu. */
export function LogOut({ label }: { label: string }) {
  const words = useUiWords();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  async function leave() {
    if (pending) return;
    setPending(true);
    const csrf = await getJson<{ csrfToken: string }>("/api/auth/csrf");
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
        onClick={leave}
        type="button"
      >
        {pending ? <Spinner /> : <LogOutIcon aria-hidden="true" className="size-5" />}
        {label}
      </button>
      {failure && (
        <p className="px-3 text-danger text-sm" role="alert">
          {failure}
        </p>
      )}
    </>
  );
}

"use client";

import { LogOut as LogOutIcon } from "lucide-react";
import { useState } from "react";
import { menuItemLook } from "@/components/shells/menu-items";
import { getJson, postJson } from "@/lib/api-client";

/** Ends the session and goes to the login page with a fresh document, so that nothing stays in memory. */
export function LogOut({ label }: { label: string }) {
  const [pending, setPending] = useState(false);
  async function leave() {
    if (pending) return;
    setPending(true);
    const csrf = await getJson<{ csrfToken: string }>("/api/auth/csrf");
    const left =
      csrf.ok && (await postJson("/api/auth/signout", { csrfToken: csrf.value.csrfToken })).ok;
    if (left) window.location.assign("/login");
    else setPending(false);
  }
  return (
    <button
      aria-busy={pending || undefined}
      className={menuItemLook}
      onClick={() => void leave()}
      type="button"
    >
      <LogOutIcon aria-hidden="true" className="size-5 text-muted" />
      {label}
    </button>
  );
}

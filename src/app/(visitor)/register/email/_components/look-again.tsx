"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";
import { Button } from "@/components/button";

/** The mail is opened somewhere: whoever comes back to this page sees how it stands (S2). */
export function LookAgain({ label }: { label: string }) {
  const router = useRouter();
  const [pending, start] = useTransition();
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") router.refresh();
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [router]);
  return (
    <Button kind="secondary" onClick={() => start(() => router.refresh())} pending={pending} wide>
      {label}
    </Button>
  );
}

"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { ButtonLink } from "@/components/button";
import { Notice } from "@/components/notice";

type GuardianNoticesProps = {
  /** Said on every page but the one it leads to; null when no birth date waits. */
  pending: Record<"title" | "text" | "go", string> | null;
  /** Those this login may only look at, and what it says then. */
  viewOnlyIds: readonly string[];
  viewOnly: string;
  /** Whom a page is about that names nobody: the only one there is. */
  onlyId: string | undefined;
};

/** What a guardian has to know on every page: a birth date to confirm, or that they may look alone (R10). */
export function GuardianNotices(props: GuardianNoticesProps) {
  const { pending, viewOnlyIds, viewOnly, onlyId } = props;
  const path = usePathname();
  const about = useSearchParams().get("patient")?.toLowerCase() ?? onlyId;
  const isAboutLogin = path === "/children" || path.startsWith("/account");
  const mayOnlyLook = about !== undefined && viewOnlyIds.includes(about) && !isAboutLogin;
  return (
    <>
      {pending && path !== "/children" && (
        <Notice
          action={
            <ButtonLink href="/children" kind="secondary" small>
              {pending.go}
            </ButtonLink>
          }
          title={pending.title}
          tone="notice"
        >
          {pending.text}
        </Notice>
      )}
      {mayOnlyLook && <Notice>{viewOnly}</Notice>}
    </>
  );
}

"use client";

import { MessageCircle } from "lucide-react";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { withPatient } from "@/lib/patient-href";
import { tellHref } from "@/lib/tell-href";

type TellLinkProps = {
  className: string;
  label: string;
  /** What a message from these pages is about. */
  subjects: Record<"treatment" | "visits", string>;
  /** The one patient this login acts for, where there is one. */
  onlyId: string | undefined;
  /** Patients this login may look at alone (R10): nobody writes for them. */
  viewOnlyIds: readonly string[];
};

/** "Tell my orthodontist" from any page; where the page has its own way to write, it steps back. */
export function TellLink({ className, label, subjects, onlyId, viewOnlyIds }: TellLinkProps) {
  const path = usePathname();
  const named = useSearchParams().get("patient") ?? undefined;
  if (path.startsWith("/messages") || path.startsWith("/care/")) return null;
  if (viewOnlyIds.includes(named ?? onlyId ?? "")) return null;
  const subject = path.startsWith("/treatment")
    ? subjects.treatment
    : path.startsWith("/appointments")
      ? subjects.visits
      : null;
  const href = subject === null ? withPatient("/messages/new", named) : tellHref(subject, named);
  return (
    <Link className={className} href={href}>
      <MessageCircle aria-hidden="true" className="size-4.5 shrink-0" />
      {label}
    </Link>
  );
}

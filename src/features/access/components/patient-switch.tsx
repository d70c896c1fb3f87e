"use client";

import { ChevronDown } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { Menu } from "@/components/shells/menu";
import { menuItemLook } from "@/components/shells/menu-items";
import type { ActingPatient } from "../acting-patients";

type PatientSwitchProps = {
  words: Record<"label" | "me" | "choose", string>;
  patients: readonly ActingPatient[];
};

const look = "flex min-h-11 items-center gap-1.5 rounded-control px-3 font-semibold";

/** For guardians: whose treatment the page is about, and the way to the others (R10). */
export function PatientSwitch({ words, patients }: PatientSwitchProps) {
  const asked = useSearchParams().get("patient")?.toLowerCase();
  const path = samePageOf(usePathname());
  const only = patients.length === 1 ? patients[0] : undefined;
  const current = patients.find(({ id }) => id === asked) ?? (asked ? undefined : only);
  const nameOf = ({ isMe, name }: ActingPatient) => (isMe ? words.me : name);
  const shown = (
    <>
      <span className="sr-only">{words.label}: </span>
      <span className="min-w-0 grow truncate sm:max-w-44">
        {current ? nameOf(current) : words.choose}
      </span>
    </>
  );
  if (only && current) return <p className={look}>{shown}</p>;
  return (
    <Menu
      summary={
        <>
          {shown}
          <ChevronDown aria-hidden="true" className="size-4 shrink-0" />
        </>
      }
      summaryClassName={`${look} border border-edge bg-surface hover:border-ink`}
    >
      {patients.map((patient) => (
        // A whole new page: nothing half-filled for one child may stay on the page of another.
        <a
          aria-current={patient.id === current?.id ? "true" : undefined}
          className={`${menuItemLook} wrap-anywhere py-2 aria-[current]:bg-sunken`}
          href={`${path}?patient=${patient.id}`}
          key={patient.id}
        >
          {nameOf(patient)}
        </a>
      ))}
    </Menu>
  );
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The same page for another patient; of a thread or a visit, which the other one has not, the list it is in. */
function samePageOf(path: string): string {
  // Itself a choice of whom to see: the choice leads on.
  if (path === "/children") return "/";
  const parts = path.split("/");
  const at = parts.findIndex((part) => uuid.test(part));
  return (at === -1 ? parts : parts.slice(0, at)).join("/") || "/";
}

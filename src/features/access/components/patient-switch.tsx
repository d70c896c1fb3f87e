"use client";

import { ChevronDown } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { Menu } from "@/components/shells/menu";
import { MenuLink } from "@/components/shells/menu-items";

type PatientSwitchProps = {
  label: string;
  patients: readonly { readonly id: string; readonly name: string }[];
};

/** For guardians: whose treatment the page is about, and the way to the others (R10). */
export function PatientSwitch({ label, patients }: PatientSwitchProps) {
  const asked = useSearchParams().get("patient");
  const current = patients.find(({ id }) => id === asked) ?? patients[0];
  return (
    <Menu
      summary={
        <>
          <span className="sr-only">{label}: </span>
          <span className="min-w-0 grow truncate sm:max-w-44">{current?.name}</span>
          <ChevronDown aria-hidden="true" className="size-4 shrink-0" />
        </>
      }
      summaryClassName="flex min-h-11 items-center gap-1.5 rounded-control border border-edge bg-surface px-3 font-semibold hover:border-ink"
    >
      {patients.map(({ id, name }) => (
        <MenuLink
          aria-current={id === current?.id ? "true" : undefined}
          href={`?patient=${id}`}
          key={id}
        >
          {name}
        </MenuLink>
      ))}
    </Menu>
  );
}

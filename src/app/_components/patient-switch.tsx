"use client";

import { Check, ChevronDown } from "lucide-react";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { Avatar } from "@/components/avatar";
import { Menu } from "@/components/shells/menu";
import { menuItemLook } from "@/components/shells/menu-items";

type PatientSwitchProps = {
  label: string;
  people: readonly { readonly id: string; readonly name: string }[];
};

/** Whose treatment this is, and the way to the others; the address then names them (R10). */
export function PatientSwitch({ label, people }: PatientSwitchProps) {
  const path = usePathname();
  const named = useSearchParams().get("patient");
  const current = people.find(({ id }) => id === named) ?? people[0];
  if (current === undefined) return null;
  // A thread or visit of one child is nobody else's: the switch leads to the area, not the same page.
  const area = `/${path.split("/")[1] ?? ""}`;
  return (
    <Menu
      key={`${path} ${named}`}
      summary={
        <>
          <span className="hidden sm:block">
            <Avatar name={current.name} size="small" />
          </span>
          <span className="sr-only">{label}: </span>
          <span className="max-w-24 truncate sm:max-w-44">{current.name}</span>
          <ChevronDown aria-hidden="true" className="size-4 shrink-0 text-muted" />
        </>
      }
      summaryClassName="flex min-h-11 min-w-0 items-center gap-2 rounded-control border border-hairline px-2 font-medium hover:bg-sunken"
    >
      <nav aria-label={label}>
        {people.map(({ id, name }) => (
          <Link
            aria-current={id === current.id ? "true" : undefined}
            className={menuItemLook}
            href={`${area}?patient=${id}`}
            key={id}
          >
            <Avatar name={name} size="small" />
            <span className="min-w-0 grow truncate">{name}</span>
            {id === current.id && (
              <Check aria-hidden="true" className="size-5 shrink-0 text-accent" />
            )}
          </Link>
        ))}
      </nav>
    </Menu>
  );
}

import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { Card } from "@/components/layout";
import { sectionIcon } from "./section-icons";

export type SectionLine = { key: string; href: string; label: string; line: string };

/** The sections of the account settings as phones list them. */
export function SectionList({ label, sections }: { label: string; sections: SectionLine[] }) {
  return (
    <nav aria-label={label} className="md:hidden">
      <Card flush>
        <ul className="divide-y divide-hairline">
          {sections.map(({ key, href, label: name, line }) => {
            const Icon = sectionIcon(key);
            return (
              <li key={key}>
                <Link
                  className="flex min-h-16 items-center gap-4 px-5 py-3 hover:bg-sunken"
                  href={href}
                >
                  <Icon aria-hidden="true" className="size-5 shrink-0 text-accent" />
                  <span className="min-w-0 grow">
                    <span className="block font-semibold">{name}</span>
                    <span className="wrap-anywhere block text-muted text-sm">{line}</span>
                  </span>
                  <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-muted" />
                </Link>
              </li>
            );
          })}
        </ul>
      </Card>
    </nav>
  );
}

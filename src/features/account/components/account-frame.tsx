import type { ReactNode } from "react";
import { NavLink } from "@/components/shells/nav-link";
import { isPatientRole } from "@/features/access/actors";
import { pageVisit } from "@/features/access/page-visit";
import { classNames } from "@/lib/class-names";
import { getTranslations } from "@/lib/translations";
import { accountSections } from "../sections";
import { sectionIcon } from "./section-icons";

/** The account settings: the sections beside the page from 768 px; on phones the first page lists them. */
export async function AccountFrame({ children }: { children: ReactNode }) {
  const [{ session }, words] = await Promise.all([
    pageVisit(),
    getTranslations("account.sections"),
  ]);
  if (!session) return children;
  const patientSide = isPatientRole(session.role);
  const shown = accountSections.filter(
    (one) => one.ready && (patientSide || one.for === "everybody"),
  );
  const entries = [{ key: "overview", href: "/account" }, ...shown];
  return (
    <div
      className={classNames(
        "grid gap-8 md:grid-cols-[12rem_minmax(0,1fr)] md:gap-10",
        // The column of a patient's page is made for reading; the list hangs beside it.
        patientSide ? "lg:-mx-32 lg:grid-cols-[14rem_minmax(0,1fr)]" : "max-w-4xl",
      )}
    >
      <nav aria-label={words("label")} className="hidden md:block">
        <ul className="sticky top-6 flex flex-col gap-0.5">
          {entries.map(({ key, href }) => {
            const Icon = sectionIcon(key);
            return (
              <li key={href}>
                <NavLink
                  className={entryLook}
                  exact={key === "overview"}
                  href={href}
                  keep={["patient"]}
                >
                  <Icon aria-hidden="true" className="size-4.5 shrink-0" />
                  {words(key)}
                </NavLink>
              </li>
            );
          })}
        </ul>
      </nav>
      <div className="flex min-w-0 flex-col gap-8">{children}</div>
    </div>
  );
}

const entryLook = [
  "flex min-h-11 items-center gap-3 rounded-control px-3 py-2 font-medium text-dense text-muted leading-snug",
  "hover:bg-sunken hover:text-ink",
  "aria-[current=page]:bg-accent-soft aria-[current=page]:font-semibold aria-[current=page]:text-ink",
  "aria-[current=page]:[&_svg]:text-accent",
].join(" ");

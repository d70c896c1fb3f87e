import type { ReactNode } from "react";
import { SectionFrame } from "@/components/section-nav";
import { isPatientRole } from "@/features/access/actors";
import { pageVisit } from "@/features/access/page-visit";
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
  const entries = [{ key: "overview", href: "/account" }, ...accountSections(session)];
  return (
    <SectionFrame
      // The column of a patient's page is made for reading; the list hangs beside it.
      className={patientSide ? "lg:-mx-32 lg:grid-cols-[14rem_minmax(0,1fr)]" : "max-w-4xl"}
      entries={entries.map(({ key, href }) => {
        const Icon = sectionIcon(key);
        return {
          key,
          href,
          label: words(key),
          icon: <Icon aria-hidden="true" />,
          exact: key === "overview",
        };
      })}
      keep={["patient"]}
      label={words("label")}
    >
      {children}
    </SectionFrame>
  );
}

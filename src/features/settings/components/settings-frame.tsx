import type { ReactNode } from "react";
import { SectionFrame } from "@/components/section-nav";
import { pageVisit } from "@/features/access/page-visit";
import { getTranslations } from "@/lib/translations";
import { settingsSections } from "../sections";
import { sectionIcon } from "./section-icons";

/** The practice's settings: the sections beside the page from 768 px, for admins (R52). */
export async function SettingsFrame({ children }: { children: ReactNode }) {
  const [{ session }, words] = await Promise.all([
    pageVisit(),
    getTranslations("settings.sections"),
  ]);
  if (session?.role !== "admin") return children;
  const entries = [{ key: "overview", href: "/desk/settings" }, ...settingsSections];
  return (
    <SectionFrame
      className="max-w-5xl"
      entries={entries.map(({ key, href }) => ({
        key,
        href,
        label: words(key),
        icon: sectionIcon(key),
        exact: key === "overview",
      }))}
      label={words("label")}
    >
      {children}
    </SectionFrame>
  );
}

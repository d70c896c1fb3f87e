import type { ReactNode } from "react";
import { PageTitle } from "@/components/layout";
import { SectionBack } from "@/components/section-nav";
import { getTranslations } from "@/lib/translations";

/** A section's heading, with the way back to the list where the list is not beside it. */
export async function SettingsTitle({ title, lead }: { title: ReactNode; lead?: ReactNode }) {
  const words = await getTranslations("settings.sections");
  return (
    <div className="flex flex-col gap-2">
      <SectionBack href="/desk/settings">{words("back")}</SectionBack>
      <PageTitle lead={lead} title={title} />
    </div>
  );
}

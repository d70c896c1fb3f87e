import type { ReactNode } from "react";
import { PageTitle } from "@/components/layout";
import { SectionBack } from "@/components/section-nav";
import { getTranslations } from "@/lib/translations";

type SectionTitleProps = { title: ReactNode; lead?: ReactNode };

/** A section's heading, with the way back to the list where the list is not beside it. */
export async function SectionTitle({ title, lead }: SectionTitleProps) {
  const words = await getTranslations("account.sections");
  return (
    <div className="flex flex-col gap-2">
      <SectionBack href="/account" keep={["patient"]}>
        {words("back")}
      </SectionBack>
      <PageTitle lead={lead} title={title} />
    </div>
  );
}

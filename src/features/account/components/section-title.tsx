import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { PageTitle } from "@/components/layout";
import { withPatient } from "@/lib/patient-href";
import { getTranslations } from "@/lib/translations";

type SectionTitleProps = { title: ReactNode; lead?: ReactNode; patientId?: string | undefined };

/** A section's heading, with the way back to the list where the list is not beside it. */
export async function SectionTitle({ title, lead, patientId }: SectionTitleProps) {
  const words = await getTranslations("account.sections");
  return (
    <div className="flex flex-col gap-2">
      <Link
        className="link -ms-1 inline-flex min-h-11 items-center gap-1 self-start md:hidden"
        href={withPatient("/account", patientId)}
      >
        <ChevronLeft aria-hidden="true" className="size-5" />
        {words("back")}
      </Link>
      <PageTitle lead={lead} title={title} />
    </div>
  );
}

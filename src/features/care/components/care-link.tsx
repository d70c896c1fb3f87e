import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { withPatient } from "@/lib/patient-href";
import { getTranslations } from "@/lib/translations";

/** The way to the guidance from home and treatment. */
export async function CareLink({ named }: { named: string | undefined }) {
  const words = await getTranslations("care");
  return (
    <Link
      className="inline-flex min-h-11 items-center gap-1.5 self-center font-semibold text-accent hover:underline"
      href={withPatient("/care", named)}
    >
      {words("link")}
      <ArrowRight aria-hidden="true" className="size-4.5 rtl:rotate-180" />
    </Link>
  );
}

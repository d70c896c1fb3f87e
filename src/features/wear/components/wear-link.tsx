import { ChevronRight, Clock } from "lucide-react";
import Link from "next/link";
import type { TreatmentView } from "@/features/treatment/schema";
import { withPatient } from "@/lib/patient-href";
import { getTranslations } from "@/lib/translations";
import { firstWornOn } from "../wear-view";

type WearLinkProps = { treatment: TreatmentView; named: string | undefined };

/** The way to the weeks of wear, once an aligner is in (R23). */
export async function WearLink({ treatment, named }: WearLinkProps) {
  if (firstWornOn(treatment) === null) return null;
  const words = await getTranslations("wear");
  return (
    <Link
      className="group flex min-h-16 items-center gap-4 rounded-card border border-hairline bg-surface px-4 py-3 shadow-soft transition-colors hover:border-edge sm:px-5"
      href={withPatient("/treatment/wear", named)}
    >
      <Clock aria-hidden="true" className="size-5.5 shrink-0 text-accent" />
      <span className="flex min-w-0 grow flex-col">
        <span className="text-muted text-sm">{words("title")}</span>
        <span className="font-semibold">{words("weeks")}</span>
      </span>
      <ChevronRight
        aria-hidden="true"
        className="size-5 shrink-0 text-muted transition-[translate] group-hover:translate-x-0.5 rtl:rotate-180"
      />
    </Link>
  );
}

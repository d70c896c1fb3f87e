import { ChevronRight, CircleAlert } from "lucide-react";
import Link from "next/link";
import { withPatient } from "@/lib/patient-href";
import { getTranslations } from "@/lib/translations";

/** The way to tell that something is wrong with an aligner (R25). */
export async function ProblemLink({ named }: { named: string | undefined }) {
  const words = await getTranslations("problems.entry");
  return (
    <Link
      className="group flex min-h-16 items-center gap-4 rounded-card border border-hairline bg-surface px-4 py-3 shadow-soft transition-colors hover:border-edge sm:px-5"
      href={withPatient("/treatment/problem", named)}
    >
      <CircleAlert aria-hidden="true" className="size-5.5 shrink-0 text-accent" />
      <span className="flex min-w-0 grow flex-col">
        <span className="text-muted text-sm">{words("title")}</span>
        <span className="font-semibold">{words("line")}</span>
      </span>
      <ChevronRight
        aria-hidden="true"
        className="size-5 shrink-0 text-muted transition-[translate] group-hover:translate-x-0.5 rtl:rotate-180"
      />
    </Link>
  );
}

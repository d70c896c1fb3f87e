import { Camera, ChevronRight } from "lucide-react";
import Link from "next/link";
import { getLocale } from "next-intl/server";
import { formatDay } from "@/lib/format-time";
import { withPatient } from "@/lib/patient-href";
import { getTranslations } from "@/lib/translations";
import type { OpenMark } from "../own-check-in";

type CheckInLineProps = {
  open: OpenMark | null;
  /** The patient the address names, for links. */
  named: string | undefined;
};

/** That photos are wanted, or were sent, on the patient's other pages (R24); nothing while none are. */
export async function CheckInLine({ open, named }: CheckInLineProps) {
  if (open === null) return null;
  const [words, language] = await Promise.all([getTranslations("checkIns.home"), getLocale()]);
  const isAsked = open.state === "requested";
  const said = !isAsked
    ? words("sent")
    : open.dueOn === null
      ? words("asked")
      : words("due", { day: formatDay(open.dueOn, language) });
  return (
    <Link
      className={`flex min-h-14 items-center gap-3 rounded-card border px-5 py-3 transition-colors ${
        isAsked
          ? "border-transparent bg-accent-soft hover:border-accent"
          : "border-hairline bg-surface hover:bg-sunken"
      }`}
      href={withPatient("/treatment/check-in", named)}
    >
      <Camera aria-hidden="true" className="size-5.5 shrink-0 text-accent" />
      <span className="min-w-0 grow font-medium">{said}</span>
      {isAsked && <span className="font-semibold text-accent max-sm:sr-only">{words("send")}</span>}
      <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-muted rtl:rotate-180" />
    </Link>
  );
}

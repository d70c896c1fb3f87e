import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { PageTitle, Stack } from "@/components/layout";
import { StepProgress } from "@/components/step-progress";
import { getTranslations } from "@/lib/translations";
import { addressOf } from "../../page-search";
import type { VisitTypeView } from "../../slot-queries";

type ChooseTypeProps = { types: readonly VisitTypeView[]; patientId: string | undefined };

/** What the visit is for, with how long it takes (R28). */
export async function ChooseType({ types, patientId }: ChooseTypeProps) {
  const words = await getTranslations("appointments");
  return (
    <Stack gap={6}>
      <StepProgress label={words("new.step", { step: 1, total: 3 })} step={1} total={3} />
      <PageTitle title={words("new.typeTitle")} />
      <ul className="flex flex-col gap-2">
        {types.map(({ id, name, minutes, needsApproval }) => (
          <li key={id}>
            <Link
              className="flex min-h-14 items-center gap-3 rounded-control border border-edge bg-surface px-4 py-3 transition-colors hover:border-ink hover:bg-sunken"
              href={addressOf("/appointments/new", { patient: patientId, type: id })}
            >
              <span className="flex min-w-0 grow flex-col">
                <span className="break-words font-semibold">{name}</span>
                {needsApproval && (
                  <span className="text-muted text-sm">{words("new.approval")}</span>
                )}
              </span>
              <span className="shrink-0 text-muted text-sm">{words("minutes", { minutes })}</span>
              <ChevronRight
                aria-hidden="true"
                className="size-5 shrink-0 text-muted rtl:rotate-180"
              />
            </Link>
          </li>
        ))}
      </ul>
    </Stack>
  );
}

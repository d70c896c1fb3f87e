import Link from "next/link";
import { BackLink } from "@/components/back-link";
import { StatusChip } from "@/components/badge";
import { stateTone } from "@/features/cases/components/state-tone";
import type { CaseView } from "@/features/cases/schema";
import { WriteAboutLink } from "@/features/messages/about/ask-link";
import { getTranslations } from "@/lib/translations";

/** The patient first, then the case's number, whose it is and how it stands. */
export async function CaseHeader({ shown }: { shown: CaseView }) {
  const [words, states] = await Promise.all([
    getTranslations("case"),
    getTranslations("cases.states"),
  ]);
  const { patient, practitioner, lab, number, state } = shown;
  return (
    <header className="flex min-w-0 flex-col">
      <BackLink href="/doctor/cases">{words("back")}</BackLink>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="min-w-0 font-bold text-2xl wrap-anywhere sm:text-3xl" dir="auto">
          <Link className="hover:underline" href={`/doctor/patients/${patient.id}`}>
            {patient.name}
          </Link>
        </h1>
        <StatusChip tone={stateTone(state)}>{states(state)}</StatusChip>
      </div>
      <p className="text-muted">
        {words("title", { number })}
        {" · "}
        {words("of", { orthodontist: practitioner.name, lab: lab.name })}
      </p>
      {state !== "draft" && (
        <WriteAboutLink
          about={{ kind: "case", id: shown.id }}
          patientId={patient.id}
          which={words("title", { number })}
        />
      )}
    </header>
  );
}

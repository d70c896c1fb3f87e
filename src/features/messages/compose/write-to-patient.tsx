import { notFound } from "next/navigation";
import { ButtonLink } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { PageTitle, Stack } from "@/components/layout";
import type { ClinicActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import { getTranslations } from "@/lib/translations";
import type { InboxBase } from "../inbox/inbox-wish";
import { addressee } from "./addressee";
import { BeginThread } from "./begin-thread";

type WriteToPatientProps = Admitted<ClinicActor> & {
  base: InboxBase;
  asked: Record<string, string | string[] | undefined>;
};

/** The practice writes first: `?patient=` says to whom, `?about=` about which visit or stage. */
export async function WriteToPatient({ services, actor, base, asked }: WriteToPatientProps) {
  const patientId = typeof asked.patient === "string" ? asked.patient : "";
  const [to, words] = await Promise.all([
    addressee(services, actor, patientId),
    getTranslations("messages.write"),
  ]);
  if (to === null) notFound();
  const isStaff = actor.role !== "orthodontist";
  const page = isStaff ? `/desk/records/${patientId}` : `/doctor/patients/${patientId}`;
  const isShut = isStaff && !to.withStaff;
  return (
    <div className="max-w-160">
      <Stack gap={6}>
        <PageTitle
          title={<span className="wrap-anywhere">{words("title", { patient: to.name })}</span>}
        />
        {to.isReached && !isShut ? (
          <BeginThread
            actor={actor}
            asked={asked}
            href={`${base}?show=all&whose=all&thread={id}`}
            patientId={patientId}
            services={services}
          />
        ) : (
          <EmptyState
            action={
              <ButtonLink href={page} kind="secondary">
                {words(isStaff ? "toRecord" : "toPatient")}
              </ButtonLink>
            }
            title={words(isShut ? "shutTitle" : "nobodyTitle")}
          >
            {words(isShut ? "shutText" : isStaff ? "nobodyText" : "nobodyTextDoctor")}
          </EmptyState>
        )}
      </Stack>
    </div>
  );
}

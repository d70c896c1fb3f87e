import { Section, Stack } from "@/components/layout";
import type { ClinicActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import { GuardianTraceList } from "@/features/guardians/components/guardian-trace-list";
import type { RecordGuardians } from "@/features/guardians/record-guardians";
import type { RecordView } from "@/features/records/view-record";
import { shortDate } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";
import { GuardiansInvite } from "./guardians-invite";
import { FormerGuardian, GuardianItem } from "./guardians-item";
import { inviteWords, itemWords, madeWords } from "./guardians-words";

type GuardiansProps = Admitted<ClinicActor> & {
  view: RecordGuardians | null;
  record: Pick<RecordView, "id" | "firstName" | "isArchived">;
};

/** R10: who acts for this patient and how that stands, who did, and the way to invite somebody. */
export async function Guardians({ services, actor, view, record }: GuardiansProps) {
  const [words, invite, all] = await Promise.all([
    getTranslations("guardians.record"),
    getTranslations("guardians.invite"),
    getTranslations("guardians"),
  ]);
  if (!view) return null;
  const living = view.guardians.filter(({ state }) => state !== "over");
  const former = view.guardians.filter(({ state }) => state === "over");
  const { age, isGrown } = view;
  if (isGrown && view.guardians.length === 0) return null;
  const made = madeWords(invite);
  const canInvite = !isGrown && !record.isArchived;
  return (
    <Section
      action={
        canInvite && (
          <GuardiansInvite
            patientId={record.id}
            words={{
              ...inviteWords(invite, { name: record.firstName, age }),
              open: words("invite"),
            }}
            made={made}
            zone={actor.zone}
          />
        )
      }
      id="guardians"
      title={words("title")}
    >
      <Stack gap={3}>
        {living.length === 0 && (
          <p className="text-muted">{isGrown ? words("noneGrown", { age }) : words("none")}</p>
        )}
        {living.length > 0 && (
          <ul className="flex flex-col divide-y divide-hairline rounded-card border border-hairline bg-surface">
            {living.map((guardian) => (
              <GuardianItem
                guardian={guardian}
                key={guardian.id}
                made={made}
                words={itemWords(all, guardian, age)}
                zone={actor.zone}
              />
            ))}
          </ul>
        )}
        {!isGrown && (living.length > 0 || former.length > 0) && (
          <p className="text-muted text-sm">
            {words("ageOn", { age, day: shortDate(view.ownLoginOn) })}
          </p>
        )}
        <GuardianTraceList actor={actor} patientId={record.id} services={services} />
        {former.length > 0 && (
          <details>
            <summary className="min-h-11 cursor-pointer py-2 font-semibold">
              {words("former")} ({former.length})
            </summary>
            <ul className="flex flex-col gap-2 text-sm">
              {former.map((guardian) => (
                <FormerGuardian guardian={guardian} key={guardian.id} zone={actor.zone} />
              ))}
            </ul>
          </details>
        )}
      </Stack>
    </Section>
  );
}

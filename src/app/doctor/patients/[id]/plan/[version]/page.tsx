import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { Card } from "@/components/layout";
import { clinicPage } from "@/features/access/page-gates";
import { PlanOutline } from "@/features/treatment/plan/components/plan-outline";
import { VersionList } from "@/features/treatment/plan/components/version-list";
import { readPlan } from "@/features/treatment/plan/read-plan";
import { readVersion } from "@/features/treatment/plan/read-version";
import { sayDifferences } from "@/features/treatment/plan/say-differences";
import { versionParams, versionQuery } from "@/features/treatment/plan/schema";
import type { PageSearch } from "@/lib/page-search";
import { shortDayTime } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";
import { PlanHeading } from "../_components/plan-heading";
import { CompareWith } from "./_components/compare-with";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("plan");
  return { title: words("versions.title") };
}

type Props = { params: Promise<{ id: string; version: string }>; searchParams: PageSearch };

/** An earlier version of a plan, as it was and what it changed (R22). */
export default async function Page({ params, searchParams }: Props) {
  const named = await params;
  const { against } = await searchParams;
  const { services, actor } = await clinicPage(
    `/doctor/patients/${named.id}/plan/${named.version}`,
    "orthodontist",
  );
  const asked = versionParams.safeParse(named);
  const compared = versionQuery.safeParse({ against });
  if (!asked.success) notFound();
  const wish = { ...asked.data, ...(compared.success && compared.data) };
  const read = await readVersion(services, actor, wish);
  if (!read.ok) notFound();
  const { id: patientId, version } = asked.data;
  const [whole, words, treatment, language] = await Promise.all([
    readPlan(services, actor, { id: patientId }),
    getTranslations("plan"),
    getTranslations("treatment"),
    getLocale(),
  ]);
  const { plan, reason, byName, at, changes, patientName, against: other } = read.value;
  const versions = whole.ok ? whole.value.versions : [];
  const lines = sayDifferences(changes, { words, treatment, language });
  return (
    <div className="flex flex-col gap-4">
      <PlanHeading
        back={{ href: `/doctor/patients/${patientId}/plan`, label: words("versions.toPlan") }}
        title={`${patientName}: ${words("versions.heading", { version })}`}
      >
        {words("versions.by", {
          name: byName ?? words("versions.someone"),
          at: shortDayTime(at, actor.zone, language),
        })}
      </PlanHeading>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_21rem] xl:gap-5">
        <div className="flex min-w-0 flex-col gap-4">
          <Card className="flex flex-col gap-3 p-4 sm:p-5">
            <p>
              <span className="text-muted">{words("versions.reason")}:</span> {reason}
            </p>
            <h2 className="font-semibold text-lg">
              {other === null
                ? words("versions.first")
                : words("versions.changed", { against: other })}
            </h2>
            {other !== null && lines.length === 0 && <p>{words("versions.same")}</p>}
            {lines.length > 0 && (
              <ul className="flex list-disc flex-col gap-1 ps-5">
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
            <CompareWith
              against={other}
              others={versions.map((one) => one.version).filter((one) => one !== version)}
              words={{
                label: words("versions.compare"),
                go: words("versions.compareGo"),
                version: words.raw("versions.heading"),
              }}
            />
          </Card>
          {plan === null ? <p>{words("versions.noDetails")}</p> : <PlanOutline plan={plan} />}
        </div>
        <VersionList
          current={whole.ok ? whole.value.version : version}
          patientId={patientId}
          shown={version}
          versions={versions}
          zone={actor.zone}
        />
      </div>
    </div>
  );
}

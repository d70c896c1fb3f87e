import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { BackLink } from "@/components/back-link";
import { Card, PageTitle, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { clinicPage } from "@/features/access/page-gates";
import { pathId } from "@/features/appointments/page-search";
import { AllAtOnce } from "@/features/disruptions/components/all-at-once";
import { causeLine } from "@/features/disruptions/components/cause-line";
import { DisruptedLine } from "@/features/disruptions/components/disrupted-line";
import { findDisruption } from "@/features/disruptions/queries";
import { getTranslations } from "@/lib/translations";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("disruptions");
  return { title: words("title") };
}

/** One list to work through: each visit with what can be done, and all at once (R36). */
export default async function ClosureListPage({ params }: Props) {
  const id = pathId((await params).id);
  if (id === null) notFound();
  const [{ services, actor }, words, language] = await Promise.all([
    clinicPage(`/desk/closures/${id}`, "staff", "admin"),
    getTranslations("disruptions"),
    getLocale(),
  ]);
  const list = await findDisruption(services, actor, id);
  if (!list) notFound();
  const { zone } = actor;
  const open = list.visits.filter(({ is }) => is === "open");
  return (
    <Stack className="max-w-3xl" gap={8}>
      <div className="flex flex-col gap-2">
        <BackLink href="/desk/closures">{words("back")}</BackLink>
        <PageTitle
          eyebrow={await causeLine(list, zone, language)}
          lead={words("openCount", { open: open.length, all: list.visits.length })}
          title={
            <span className="wrap-anywhere">{list.reason ?? words(`causes.${list.cause}`)}</span>
          }
        />
      </div>
      {!list.holds && <Notice>{words("noLongerHolds")}</Notice>}
      <AllAtOnce language={language} list={list} />
      <Card flush>
        <ul className="divide-y divide-hairline">
          {list.visits.map((visit) => (
            <DisruptedLine
              key={visit.appointmentId}
              language={language}
              listId={id}
              visit={visit}
              zone={zone}
            />
          ))}
        </ul>
      </Card>
    </Stack>
  );
}

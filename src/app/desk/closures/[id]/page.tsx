import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { Card, PageTitle, Section, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { clinicPage } from "@/features/access/page-gates";
import { pathId } from "@/features/appointments/page-search";
import { AskAll } from "@/features/disruptions/components/ask-all";
import { causeLine } from "@/features/disruptions/components/cause-line";
import { DisruptedLine } from "@/features/disruptions/components/disrupted-line";
import { MoveAll } from "@/features/disruptions/components/move-all";
import { findDisruption } from "@/features/disruptions/queries";
import { BackLink } from "@/features/settings/times/components/back-link";
import { pickWords } from "@/lib/pick-words";
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
  const askable = open.slice(0, 200);
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
      {open.length > 1 && (
        <Section id="all" title={words("all.title")}>
          <div className="flex flex-wrap items-start gap-3">
            <MoveAll
              id={id}
              language={language}
              words={pickWords(
                (key) => words.raw(`all.${key}`),
                ["plan", "planTitle", "noTime", "move", "moved", "left", "cancel"],
              )}
              text={words(list.cause === "chair" ? "all.planChair" : "all.planText")}
            />
            {list.cause !== "chair" && (
              <AskAll
                appointmentIds={askable.map(({ appointmentId }) => appointmentId)}
                id={id}
                words={{
                  open: words("all.ask"),
                  title: words("all.askTitle"),
                  text: words("all.askText"),
                  go: words("all.askGo", { count: askable.length }),
                  cancel: words("all.cancel"),
                }}
              />
            )}
          </div>
        </Section>
      )}
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

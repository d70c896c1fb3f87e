import { ChevronRight, Plus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { StatusChip, type Tone } from "@/components/badge";
import { ButtonLink } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { Card, Section } from "@/components/layout";
import { clinicPage } from "@/features/access/page-gates";
import { articlesToEdit, type EditedLine, type Standing } from "@/features/care/edit/queries";
import { careTopics } from "@/features/care/topics";
import { SettingsTitle } from "@/features/settings/components/settings-title";
import { getTranslations, type Translate } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("care.settings");
  return { title: words("title") };
}

/** The practice's care guidance by topic, with what readers say of it (R26). */
export default async function CareSettingsPage() {
  const [{ services, actor }, words, topicWords] = await Promise.all([
    clinicPage("/desk/settings/care", "admin"),
    getTranslations("care.settings"),
    getTranslations("care.topics"),
  ]);
  const lines = await articlesToEdit(services, actor);
  const add = (
    <ButtonLink
      href="/desk/settings/care/new"
      icon={<Plus aria-hidden="true" className="size-4.5" />}
    >
      {words("add")}
    </ButtonLink>
  );
  return (
    <>
      <SettingsTitle lead={words("lead")} title={words("title")} />
      {lines.length === 0 ? (
        <EmptyState action={add} title={words("empty")}>
          {words("emptyText")}
        </EmptyState>
      ) : (
        <>
          <div>{add}</div>
          {careTopics
            .map((topic) => ({ topic, own: lines.filter((line) => line.topic === topic) }))
            .filter(({ own }) => own.length > 0)
            .map(({ topic, own }) => (
              <Section id={topic} key={topic} title={topicWords(topic)}>
                <Card flush>
                  <ul className="divide-y divide-hairline">
                    {own.map((line) => (
                      <ArticleLine key={line.id} line={line} words={words} />
                    ))}
                  </ul>
                </Card>
              </Section>
            ))}
        </>
      )}
    </>
  );
}

const tones: Readonly<Record<Standing, Tone>> = {
  shipped: "plain",
  edited: "accent",
  outdated: "notice",
  own: "accent",
};

function ArticleLine({ line, words }: { line: EditedLine; words: Translate }) {
  const { id, title, published, standing, helpful, answers } = line;
  return (
    <li>
      <Link
        className="flex min-h-14 items-center gap-4 px-5 py-3 hover:bg-sunken"
        href={`/desk/settings/care/${id}`}
      >
        <span className="flex min-w-0 grow flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
          <span className="min-w-0 grow basis-60">
            <span className="wrap-anywhere block font-semibold" dir="auto">
              {title}
            </span>
            <span className="block text-muted text-sm">
              {answers === 0 ? words("noFeedback") : words("feedback", { helpful, answers })}
            </span>
          </span>
          {(standing !== "shipped" || !published) && (
            <span className="flex flex-wrap gap-2">
              {standing !== "shipped" && (
                <StatusChip tone={tones[standing]}>{words(`standing.${standing}`)}</StatusChip>
              )}
              {!published && <StatusChip>{words("hidden")}</StatusChip>}
            </span>
          )}
        </span>
        <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-muted rtl:rotate-180" />
      </Link>
    </li>
  );
}

import { EmptyState } from "@/components/empty-state";
import { Card, Section } from "@/components/layout";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import type { TemplateView } from "../schema";
import { AddTemplate, ChangeTemplate, RemoveTemplate } from "./template-dialogs";
import { templateFormWordKeys } from "./template-words";

type TemplateSectionProps = {
  /** One's own, or everybody's at the practice. */
  whose: "own" | "everybody";
  templates: readonly TemplateView[];
  mayChange: boolean;
};

/** Templates of one kind: to read, and for those who may, to write, change and take away (R40, R52). */
export async function TemplateSection({ whose, templates, mayChange }: TemplateSectionProps) {
  const [words, form] = await Promise.all([
    getTranslations("templates.page"),
    getTranslations("templates.form"),
  ]);
  const formWords = pickWords(form, templateFormWordKeys);
  const forEverybody = whose === "everybody";
  const shown = templates.filter((one) => one.forEverybody === forEverybody);
  return (
    <Section
      action={
        mayChange && (
          <AddTemplate forEverybody={forEverybody} label={words("add")} words={formWords} />
        )
      }
      id={whose}
      title={words(`${whose}.title`)}
    >
      {shown.length === 0 ? (
        <EmptyState title={words(`${whose}.none`)}>{words(`${whose}.noneText`)}</EmptyState>
      ) : (
        <Card flush>
          <ul className="divide-y divide-hairline">
            {shown.map((one) => (
              <li
                className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-5 py-4"
                key={one.id}
              >
                <div className="min-w-0 grow basis-72">
                  <p className="wrap-anywhere font-semibold" dir="auto">
                    {one.name}
                  </p>
                  <p
                    className="wrap-anywhere mt-1 line-clamp-4 max-w-prose whitespace-pre-line text-muted"
                    dir="auto"
                  >
                    {one.body}
                  </p>
                </div>
                {mayChange && (
                  <div className="flex items-center gap-1">
                    <ChangeTemplate
                      key={one.seen}
                      label={words("change")}
                      name={words("changeNamed", { template: one.name })}
                      template={one}
                      words={formWords}
                    />
                    <RemoveTemplate
                      name={words("removeNamed", { template: one.name })}
                      template={one}
                      words={formWords}
                    />
                  </div>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Section>
  );
}

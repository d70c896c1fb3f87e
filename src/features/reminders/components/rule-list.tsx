import { Mail, MessageSquareText } from "lucide-react";
import { StatusChip } from "@/components/badge";
import { EmptyState } from "@/components/empty-state";
import { Card } from "@/components/layout";
import type { SelectOption } from "@/components/select-field";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import type { RuleView } from "../queries";
import { RemoveRule } from "./remove-rule";
import { RuleDialog } from "./rule-dialog";
import { type RuleDialogWords, spokenMinutes } from "./rule-words";

type RuleListProps = {
  rules: readonly RuleView[];
  types: SelectOption[];
  dialogWords: RuleDialogWords;
};

/** The practice's reminders, the earliest before a visit first. */
export async function RuleList({ rules, types, dialogWords }: RuleListProps) {
  const words = await getTranslations("reminders.settings.rules");
  if (rules.length === 0)
    return (
      <Card>
        <EmptyState title={words("none")}>{words("noneText")}</EmptyState>
      </Card>
    );
  return (
    <Card flush>
      <ul className="divide-y divide-hairline">
        {rules.map(({ visitTypeName, ...rule }) => {
          const { count, unit } = spokenMinutes(rule.minutesBefore);
          const when = words(unit, { count });
          const way = words(rule.channel);
          const named = { rule: `${when}, ${way}, ${visitTypeName ?? words("all")}` };
          const Icon = rule.channel === "mail" ? Mail : MessageSquareText;
          // A type that is no longer booked stays choosable for the rule that names it.
          const isKnown = types.some(({ value }) => value === (rule.visitTypeId ?? ""));
          const offered = isKnown
            ? types
            : [...types, { value: rule.visitTypeId ?? "", label: visitTypeName ?? "" }];
          return (
            <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3" key={rule.id}>
              <Icon aria-hidden="true" className="size-5 shrink-0 text-accent" />
              <div className="min-w-0 grow basis-44">
                <p className="font-semibold">
                  {when} · {way}
                </p>
                <p className="wrap-anywhere text-muted text-sm">
                  {visitTypeName ?? words("all")}
                  {rule.withoutLogin && ` · ${words("withoutLogin")}`}
                </p>
              </div>
              {!rule.active && <StatusChip>{words("off")}</StatusChip>}
              <RuleDialog
                key={JSON.stringify(rule)}
                label={words("change")}
                name={words("changeNamed", named)}
                rule={rule}
                types={offered}
                words={dialogWords}
              />
              <RemoveRule
                id={rule.id}
                name={words("removeNamed", named)}
                words={pickWords(words, ["remove", "removeTitle", "removeText", "keep"])}
              />
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

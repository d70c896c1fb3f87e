import { Search } from "lucide-react";
import { Button, ButtonLink } from "@/components/button";
import { describedBy, FieldFrame } from "@/components/field-frame";
import { Stack } from "@/components/layout";
import { TextField } from "@/components/text-field";
import { auditKinds } from "@/features/audit/action-kinds";
import { actionWords } from "@/features/audit/action-words";
import { auditActions } from "@/features/audit/actions";
import type { AuditFilters, WrongFilter } from "@/features/audit/schema";
import type { Search as SearchParts } from "@/lib/page-search";
import type { Translate } from "@/lib/translations";

type AuditFilterProps = {
  filters: AuditFilters;
  wrong: Partial<Record<keyof AuditFilters, WrongFilter>>;
  /** What the address says, word for word. */
  given: SearchParts;
  words: Translate;
};

/** What is searched for stands in the address, so that it can be kept and sent on. */
export function AuditFilter({ filters, wrong, given, words }: AuditFilterProps) {
  const error = (name: keyof AuditFilters) => {
    const why = wrong[name];
    return why && words(`filter.wrong.${why}`, { given: String(given[name] ?? "").slice(0, 40) });
  };
  const field = (name: "person" | "patient" | "address" | "object") => ({
    name,
    label: words(`filter.${name}`),
    defaultValue: filters[name] ?? "",
    error: error(name),
    autoComplete: "off",
    maxLength: 100,
    spellCheck: false,
  });
  const day = (name: "from" | "until") => ({
    name,
    label: words(`filter.${name}`),
    defaultValue: filters[name] ?? "",
    error: error(name),
    type: "date",
  });
  const actions = auditActions
    .map((action) => ({ action, label: actionWords(words, action) }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <search>
      <form action="/desk/audit" aria-label={words("filter.label")} method="get">
        <Stack gap={4}>
          <div className="grid grid-cols-2 items-start gap-4 xl:grid-cols-4">
            <TextField {...field("person")} data-search />
            <TextField {...field("patient")} />
            <FieldFrame error={error("action")} id="action" label={words("filter.action")}>
              <select
                {...describedBy("action", undefined, error("action"))}
                className="control"
                defaultValue={filters.action ?? ""}
                id="action"
                name="action"
              >
                <option value="">{words("filter.anyAction")}</option>
                <optgroup label={words("filter.kinds")}>
                  {auditKinds.map((kind) => (
                    <option key={kind} value={kind}>
                      {words(`kinds.${kind}`)}
                    </option>
                  ))}
                </optgroup>
                <optgroup label={words("filter.actions")}>
                  {actions.map(({ action, label }) => (
                    <option key={action} value={action}>
                      {label}
                    </option>
                  ))}
                </optgroup>
              </select>
            </FieldFrame>
            <TextField {...field("address")} />
            <TextField {...day("from")} />
            <TextField {...day("until")} />
            <TextField {...field("object")} placeholder={words("filter.objectHint")} />
            <div className="flex flex-wrap items-center gap-3 self-end">
              <Button icon={<Search aria-hidden="true" className="size-4.5" />} type="submit">
                {words("filter.go")}
              </Button>
              {Object.keys({ ...filters, ...wrong }).length > 0 && (
                <ButtonLink href="/desk/audit" kind="quiet">
                  {words("filter.clear")}
                </ButtonLink>
              )}
            </div>
          </div>
        </Stack>
      </form>
    </search>
  );
}

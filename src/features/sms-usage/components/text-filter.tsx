import { Button, ButtonLink } from "@/components/button";
import { SelectField } from "@/components/select-field";
import { smsPurposes } from "@/features/notifications/purposes";
import { getTranslations } from "@/lib/translations";
import { type TextsQuery, textStates } from "../schema";
import { usageHref } from "./usage-words";

/** Which texts of the month are listed stands in the address. */
export async function TextFilter({ query }: { query: TextsQuery }) {
  const words = await getTranslations("usage");
  const { month, purpose, state } = query;
  return (
    <search>
      <form
        action="/desk/usage#texts"
        aria-label={words("list.filter")}
        className="flex flex-wrap items-end gap-4"
        method="get"
      >
        {month && <input name="month" type="hidden" value={month} />}
        <div className="grow basis-44 sm:max-w-72">
          <SelectField
            defaultValue={purpose ?? ""}
            label={words("list.purpose")}
            name="purpose"
            options={[
              { value: "", label: words("list.anyPurpose") },
              ...smsPurposes.map((value) => ({
                value,
                label: words(`purposes.names.${value}`),
              })),
            ]}
          />
        </div>
        <div className="grow basis-44 sm:max-w-60">
          <SelectField
            defaultValue={state ?? ""}
            label={words("list.state")}
            name="state"
            options={[
              { value: "", label: words("list.anyState") },
              ...textStates.map((value) => ({ value, label: words(`list.states.${value}`) })),
            ]}
          />
        </div>
        <div className="flex gap-3">
          <Button kind="secondary" type="submit">
            {words("list.go")}
          </Button>
          {(purpose || state) && (
            <ButtonLink href={`${usageHref({ month })}#texts`} kind="quiet">
              {words("list.clear")}
            </ButtonLink>
          )}
        </div>
      </form>
    </search>
  );
}

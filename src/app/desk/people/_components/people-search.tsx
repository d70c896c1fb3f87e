import { Search } from "lucide-react";
import { Button } from "@/components/button";
import { getTranslations } from "@/lib/translations";

/** Finds somebody by name or login name; what is searched for stands in the address. */
export async function PeopleSearch({ query, isFormer }: { query: string; isFormer: boolean }) {
  const words = await getTranslations("people.search");
  return (
    <search className="min-w-0 sm:w-96">
      <form action="/desk/people" className="flex gap-2">
        {isFormer && <input name="view" type="hidden" value="removed" />}
        <label className="sr-only" htmlFor="people-search">
          {words("label")}
        </label>
        <div className="relative min-w-0 grow">
          <span className="pointer-events-none absolute inset-y-0 start-0 grid w-11 place-items-center text-muted">
            <Search aria-hidden="true" className="size-5" />
          </span>
          <input
            autoComplete="off"
            className="control ps-11"
            data-search
            defaultValue={query}
            id="people-search"
            maxLength={100}
            name="q"
            placeholder={words("placeholder")}
            spellCheck={false}
            type="search"
          />
        </div>
        <Button kind="secondary" type="submit">
          {words("go")}
        </Button>
      </form>
    </search>
  );
}

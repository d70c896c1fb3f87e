import { Search } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/button";
import { getTranslations } from "@/lib/translations";
import { LONGEST_SEARCH } from "./schema";

type ThreadSearchProps = {
  action: string;
  query: string;
  /** What else the address keeps. */
  kept: Readonly<Record<string, string | undefined>>;
  /** The list without a search. */
  allHref: string;
};

/** Where somebody types what they look for in their messages: an ordinary form, so that the address says it. */
export async function ThreadSearch({ action, query, kept, allHref }: ThreadSearchProps) {
  const words = await getTranslations("messages.search");
  return (
    <search className="flex flex-col gap-1">
      <form action={action} className="flex gap-2">
        {Object.entries(kept).map(
          ([name, value]) =>
            value !== undefined && <input key={name} name={name} type="hidden" value={value} />,
        )}
        <div className="relative min-w-0 grow">
          <Search
            aria-hidden="true"
            className="pointer-events-none absolute inset-s-3 inset-y-0 my-auto size-5 text-muted"
          />
          <input
            aria-label={words("label")}
            autoComplete="off"
            className="control ps-11"
            data-search=""
            defaultValue={query}
            dir="auto"
            enterKeyHint="search"
            key={query}
            maxLength={LONGEST_SEARCH}
            name="q"
            placeholder={words("hint")}
            type="search"
          />
        </div>
        <Button kind="secondary" small type="submit">
          {words("go")}
        </Button>
      </form>
      {query !== "" && (
        <Link className="flex min-h-11 w-fit items-center link" href={allHref}>
          {words("all")}
        </Link>
      )}
    </search>
  );
}

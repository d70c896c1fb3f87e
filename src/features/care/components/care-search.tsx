"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";
import { Spinner } from "@/components/spinner";
import { withPatient } from "@/lib/patient-href";

type CareSearchProps = {
  query: string;
  /** The patient the address names. */
  named: string | undefined;
  words: Record<"label" | "placeholder", string>;
};

const PAUSE_MS = 250;

/** Finds while one types; what is searched for stands in the address. Without script it is an ordinary form. */
export function CareSearch({ query, named, words }: CareSearchProps) {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [pending, start] = useTransition();
  useEffect(() => {
    const stop = () => clearTimeout(timer.current);
    // Whoever opens an article is not called back by a search that was still to come.
    const stay = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest("a[href]")) stop();
    };
    document.addEventListener("click", stay, true);
    return () => {
      stop();
      document.removeEventListener("click", stay, true);
    };
  }, []);
  const find = (typed: string, afterMs: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const text = typed.trim();
      const href = text === "" ? "/care" : `/care?${new URLSearchParams({ query: text })}`;
      start(() => router.replace(withPatient(href, named), { scroll: false }));
    }, afterMs);
  };
  return (
    <search>
      <form
        action="/care"
        onSubmit={(event) => {
          event.preventDefault();
          find(`${new FormData(event.currentTarget).get("query")}`, 0);
        }}
      >
        {named !== undefined && <input name="patient" type="hidden" value={named} />}
        <label className="sr-only" htmlFor="care-search">
          {words.label}
        </label>
        <div className="relative">
          <span className="pointer-events-none absolute inset-y-0 start-0 grid w-12 place-items-center text-muted">
            {pending ? <Spinner /> : <Search aria-hidden="true" className="size-5" />}
          </span>
          <input
            autoComplete="off"
            className="control min-h-13 ps-12"
            data-search
            defaultValue={query}
            enterKeyHint="search"
            id="care-search"
            maxLength={100}
            name="query"
            onChange={(event) => find(event.target.value, PAUSE_MS)}
            placeholder={words.placeholder}
            type="search"
          />
        </div>
      </form>
    </search>
  );
}

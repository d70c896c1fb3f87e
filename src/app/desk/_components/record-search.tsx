"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";
import { Spinner } from "@/components/spinner";

type RecordSearchProps = { query: string; words: Record<"label" | "placeholder", string> };

const PAUSE_MS = 200;

/** Finds while one types; what is searched for stands in the address, so that reload and back keep it. */
export function RecordSearch({ query, words }: RecordSearchProps) {
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [pending, start] = useTransition();
  useEffect(() => {
    const input = field.current;
    // The search began on another page: go on typing where the words end.
    if (query !== "" && document.activeElement === document.body && input) {
      input.focus();
      input.setSelectionRange(input.value.length, input.value.length);
    }
    return () => clearTimeout(timer.current);
  }, [query]);

  const find = (typed: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const text = typed.trim();
      start(() => router.replace(text ? `/desk?query=${encodeURIComponent(text)}` : "/desk"));
    }, PAUSE_MS);
  };
  return (
    <search>
      <form
        action="/desk"
        onSubmit={(event) => {
          event.preventDefault();
          document.querySelector<HTMLElement>("[data-list-item]")?.focus();
        }}
      >
        <label className="sr-only" htmlFor="record-search">
          {words.label}
        </label>
        <div className="relative">
          <span className="pointer-events-none absolute inset-y-0 start-0 grid w-11 place-items-center text-muted">
            {pending ? <Spinner /> : <Search aria-hidden="true" className="size-5" />}
          </span>
          <input
            autoComplete="off"
            className="control ps-11"
            data-search
            defaultValue={query}
            enterKeyHint="search"
            id="record-search"
            maxLength={100}
            name="query"
            onChange={(event) => find(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== "ArrowDown") return;
              event.preventDefault();
              document.querySelector<HTMLElement>("[data-list-item]")?.focus();
            }}
            placeholder={words.placeholder}
            ref={field}
            spellCheck={false}
            type="search"
          />
        </div>
      </form>
    </search>
  );
}

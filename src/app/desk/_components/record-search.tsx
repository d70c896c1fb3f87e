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
  const wantsFirst = useRef(false);
  const [pending, start] = useTransition();
  useEffect(() => {
    // Whoever opens a record is not called back by a search that was still to come.
    const stay = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest("a[href]"))
        clearTimeout(timer.current);
    };
    document.addEventListener("click", stay, true);
    return () => document.removeEventListener("click", stay, true);
  }, []);
  useEffect(() => {
    if (!wantsFirst.current || field.current?.value.trim() !== query) return;
    wantsFirst.current = false;
    focusFirst();
  }, [query]);
  useEffect(() => {
    const input = field.current;
    // The search began on another page: go on typing where the words end.
    if (query !== "" && document.activeElement === document.body && input) {
      input.focus();
      input.setSelectionRange(input.value.length, input.value.length);
    }
    return () => clearTimeout(timer.current);
  }, [query]);

  const find = (typed: string, afterMs: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const text = typed.trim();
      start(() => router.replace(text ? `/desk?query=${encodeURIComponent(text)}` : "/desk"));
    }, afterMs);
  };
  /** Goes to the first of what was found for the words that stand there now, not for those before. */
  const findAndGo = () => {
    const typed = field.current?.value ?? "";
    if (typed.trim() === query) return focusFirst();
    wantsFirst.current = true;
    find(typed, 0);
  };
  return (
    <search>
      <form
        action="/desk"
        onSubmit={(event) => {
          event.preventDefault();
          findAndGo();
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
            onChange={(event) => {
              wantsFirst.current = false;
              find(event.target.value, PAUSE_MS);
            }}
            onKeyDown={(event) => {
              if (event.key !== "ArrowDown") return;
              event.preventDefault();
              focusFirst();
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

function focusFirst(): void {
  document.querySelector<HTMLElement>("[data-list-item]")?.focus();
}

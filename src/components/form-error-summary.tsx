"use client";

import { CircleAlert } from "lucide-react";
import { useEffect, useRef } from "react";
import { useUiWords } from "./ui-words";
import type { UseForm } from "./use-form";

/** What went wrong, above the form, with a link to each field; takes the focus when it appears. */
export function FormErrorSummary({ form }: { form: UseForm }) {
  const words = useUiWords();
  const box = useRef<HTMLDivElement>(null);
  const attempt = form.failure?.attempt;
  useEffect(() => {
    if (attempt) box.current?.focus();
  }, [attempt]);
  if (!form.failure) return null;
  const { message, reference, fields } = form.failure;
  const named = Object.entries(fields);
  return (
    <div
      className="flex animate-settle gap-3 rounded-control border border-danger bg-danger-soft p-4"
      ref={box}
      role="alert"
      tabIndex={-1}
    >
      <CircleAlert aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-danger" />
      <div className="flex min-w-0 flex-col gap-1">
        <p className="font-semibold">{named.length > 0 ? words.checkAnswers : words.notDone}</p>
        {named.length === 0 && <p>{message}</p>}
        {named.length > 0 && (
          <ul className="flex flex-col">
            {named.map(([name, problem]) => (
              <li key={name}>
                <a
                  className="inline-block py-1 font-medium text-danger underline underline-offset-3"
                  href={`#${form.field(name).id}`}
                  onClick={(event) => {
                    const field = document.getElementById(form.field(name).id);
                    if (!field) return;
                    event.preventDefault();
                    field.focus();
                    field.scrollIntoView({ block: "center" });
                  }}
                >
                  {problem}
                </a>
              </li>
            ))}
          </ul>
        )}
        {reference && (
          <p className="text-muted text-sm">
            {words.reference} {reference}
          </p>
        )}
      </div>
    </div>
  );
}

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
  const { message, status, reference, fields, labels } = form.failure;
  const problems = Object.entries(fields);
  return (
    <div
      className="flex animate-settle gap-3 rounded-control border border-danger bg-danger-soft p-4"
      ref={box}
      role="alert"
      tabIndex={-1}
    >
      <CircleAlert aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-danger" />
      <div className="flex min-w-0 flex-col gap-1">
        <p className="font-semibold">{problems.length > 0 ? words.checkAnswers : words.notDone}</p>
        {problems.length === 0 && <p>{message}</p>}
        {problems.length > 0 && (
          <ul className="flex flex-col">
            {problems.map(([name, problem]) => (
              <li key={name}>
                <a
                  className="inline-flex min-h-11 items-center font-medium text-danger underline underline-offset-3 lg:min-h-8"
                  href={`#${form.field(name).id}`}
                  onClick={(event) => {
                    const field = document.getElementById(form.field(name).id);
                    if (!field) return;
                    event.preventDefault();
                    field.focus();
                    field.scrollIntoView({ block: "center" });
                  }}
                >
                  {named(labels[name], problem)}
                </a>
              </li>
            ))}
          </ul>
        )}
        {reference && status >= 500 && (
          <p className="text-muted text-sm">
            {words.reference} {reference}
          </p>
        )}
      </div>
    </div>
  );
}

/** "First name: Fill this in." */
function named(label: string | undefined, problem: string): string {
  if (label === undefined) return problem;
  return /[?:]$/.test(label) ? `${label} ${problem}` : `${label}: ${problem}`;
}

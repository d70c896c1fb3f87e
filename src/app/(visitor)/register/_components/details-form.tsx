"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/button";
import { DateField } from "@/components/date-field";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Row, Stack } from "@/components/layout";
import { TextField } from "@/components/text-field";
import { useForm } from "@/components/use-form";
import type { DetailsWords } from "./details-words";

export type GivenDetails = Record<
  "firstName" | "lastName" | "dateOfBirth" | "email" | "mobile",
  string
>;

const questions = ["name", "birth", "email", "mobile"] as const;
type Question = (typeof questions)[number];

const fieldsOf: Record<Question, readonly (keyof GivenDetails)[]> = {
  name: ["firstName", "lastName"],
  birth: ["dateOfBirth"],
  email: ["email"],
  mobile: ["mobile"],
};

type DetailsFormProps = {
  practice: string;
  /** What was given before, on the way back from the confirm page. */
  given: GivenDetails | null;
  words: DetailsWords;
};

/** R1: four questions, one at a time; what is typed stays when going back. */
export function DetailsForm({ practice, given, words }: DetailsFormProps) {
  const router = useRouter();
  const asked = useSearchParams().get("ask");
  const question = questions.find((name) => name === asked) ?? "name";
  const box = useRef<HTMLFormElement>(null);
  const shown = useRef<Question>(question);
  const [missing, setMissing] = useState<Record<string, string>>({});
  const ask = (next: Question) => router.push(`?${withAsk(next)}`, { scroll: false });

  const form = useForm<{ step: string }>({
    path: "/api/registrations",
    body: (values) => ({
      practice,
      ...Object.fromEntries(
        questions.flatMap((name) => fieldsOf[name].map((field) => [field, values.text(field)])),
      ),
    }),
    onDone: () => {
      router.push("/register/confirm");
      return "leaving";
    },
    onRefused({ fields }) {
      const wrong = questions.find((name) => fieldsOf[name].some((field) => field in fields));
      if (wrong && wrong !== question) ask(wrong);
      return undefined;
    },
  });

  useEffect(() => {
    // Reloaded at a later question, the earlier answers are gone: begin with the first that lacks one.
    const values = new FormData(box.current ?? undefined);
    const open = questions.find((name) => fieldsOf[name].some((field) => !values.get(field)));
    if (open && questions.indexOf(open) < questions.indexOf(question)) {
      router.replace(`?${withAsk(open)}`, { scroll: false });
    }
    if (shown.current === question) return;
    shown.current = question;
    box.current?.querySelector<HTMLElement>(`[data-question=${question}] input`)?.focus();
  }, [question, router]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const open = fieldsOf[question].filter((field) => !isGiven(field, values.get(field)));
    setMissing(
      Object.fromEntries(
        open.map((field) => [field, field === "dateOfBirth" ? words.fillDate : words.fill]),
      ),
    );
    if (open[0]) {
      document.getElementById(form.field(open[0]).id)?.focus();
      return;
    }
    const next = questions[questions.indexOf(question) + 1];
    if (next && !given) ask(next);
    else void form.submit(event.currentTarget);
  }

  const field = (name: keyof GivenDetails) => {
    const props = form.field(name);
    return { ...props, error: missing[name] ?? props.error, defaultValue: given?.[name] ?? "" };
  };
  const panel = (name: Question) => ({
    "data-question": name,
    hidden: name !== question,
    className: "flex flex-col gap-5",
  });
  return (
    <form {...form.props} onSubmit={submit} ref={box}>
      <Stack gap={6}>
        <FormErrorSummary form={form} />
        <div {...panel("name")}>
          <h2 className="font-semibold text-lg">{words.nameTitle}</h2>
          <TextField {...field("firstName")} autoComplete="given-name" label={words.firstName} />
          <TextField {...field("lastName")} autoComplete="family-name" label={words.lastName} />
        </div>
        <div {...panel("birth")}>
          <h2 className="font-semibold text-lg">{words.birthTitle}</h2>
          <DateField
            {...field("dateOfBirth")}
            birthday
            hint={words.dateOfBirthHint}
            label={words.dateOfBirth}
          />
        </div>
        <div {...panel("email")}>
          <h2 className="font-semibold text-lg">{words.emailTitle}</h2>
          <TextField
            {...field("email")}
            autoCapitalize="none"
            autoComplete="email"
            inputMode="email"
            label={words.email}
            type="email"
          />
        </div>
        <div {...panel("mobile")}>
          <h2 className="font-semibold text-lg">{words.mobileTitle}</h2>
          <TextField
            {...field("mobile")}
            autoComplete="tel"
            hint={words.mobileHint}
            inputMode="tel"
            label={words.mobile}
            type="tel"
          />
        </div>
        <Row>
          <Button className="grow" pending={form.pending} type="submit">
            {words.next}
          </Button>
          {question !== "name" && (
            <Button kind="quiet" onClick={() => router.back()}>
              {words.back}
            </Button>
          )}
        </Row>
      </Stack>
    </form>
  );
}

function isGiven(field: string, value: FormDataEntryValue | null): boolean {
  const text = typeof value === "string" ? value.trim() : "";
  return field === "dateOfBirth" ? /^\d{4}-\d{2}-\d{2}$/.test(text) : text !== "";
}

function withAsk(question: Question): string {
  const search = new URLSearchParams(window.location.search);
  search.set("ask", question);
  return search.toString();
}

"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState, useTransition } from "react";
import { Button } from "@/components/button";
import { DateField } from "@/components/date-field";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Row, Stack } from "@/components/layout";
import { TextField } from "@/components/text-field";
import { useForm } from "@/components/use-form";
import { slipIn } from "./check-details";
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
  /** The practice's, YYYY-MM-DD. */
  today: string;
  words: DetailsWords;
};

/** R1: four questions, one at a time; what is typed stays when going back. */
export function DetailsForm({ practice, given, today, words }: DetailsFormProps) {
  const router = useRouter();
  const asked = useSearchParams().get("ask");
  const question = questions.find((name) => name === asked) ?? "name";
  const box = useRef<HTMLFormElement>(null);
  const shown = useRef<Question>(question);
  const [missing, setMissing] = useState<Record<string, string>>({});
  const [, look] = useTransition();
  const [hasLooked, setLooked] = useState(false);
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
      if (hasLooked) router.replace(`?${withAsk(open)}`, { scroll: false });
      // Come back to by the browser, the page may be older than what the server has by now.
      else
        look(() => {
          router.refresh();
          setLooked(true);
        });
    }
    if (shown.current === question) return;
    shown.current = question;
    box.current?.querySelector<HTMLElement>(`[data-question=${question}] input`)?.focus();
  }, [question, router, hasLooked]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const slips = fieldsOf[question].flatMap((field) => {
      const value = values.get(field);
      const slip = slipIn(field, typeof value === "string" ? value : "", today);
      return slip ? [{ field, slip }] : [];
    });
    setMissing(Object.fromEntries(slips.map(({ field, slip }) => [field, words[slip]])));
    if (slips[0]) {
      document.getElementById(form.field(slips[0].field).id)?.focus();
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

function withAsk(question: Question): string {
  const search = new URLSearchParams(window.location.search);
  search.set("ask", question);
  return search.toString();
}

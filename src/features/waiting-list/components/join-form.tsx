"use client";

import { useRouter } from "next/navigation";
import { Button, ButtonLink } from "@/components/button";
import { Checkbox, RadioCards } from "@/components/choices";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Actions, Stack } from "@/components/layout";
import { useForm } from "@/components/use-form";
import type { WishFieldWords } from "./wish-field-words";
import { WishFields, wishIn } from "./wish-fields";

type JoinFormProps = {
  /** What is waited for: earlier than a visit, or a type of visit. */
  wanted: { appointmentId: string } | { visitTypeId: string };
  own: { id: string; name: string } | null;
  patientId: string;
  today: string;
  weekdays: readonly string[];
  doneHref: string;
  backHref: string;
  words: WishFieldWords &
    Record<
      "whom" | "only" | "onlyText" | "anyone" | "anyoneText" | "byText" | "confirm" | "back",
      string
    >;
};

/** With whom, when, and how they hear of it (R35). */
export function JoinForm(props: JoinFormProps) {
  const { wanted, own, patientId, today, weekdays, doneHref, backHref, words } = props;
  const router = useRouter();
  const form = useForm({
    path: "/api/waiting-list",
    body: (values) => ({
      ...wanted,
      ...wishIn(values),
      ...(own && values.text("whom") === "own" && { practitionerId: own.id }),
      byText: values.checked("byText"),
      patientId,
    }),
    onDone: () => {
      router.replace(doneHref);
      return "leaving";
    },
  });
  return (
    <form {...form.props}>
      <Stack gap={6}>
        <FormErrorSummary form={form} />
        {own && (
          <RadioCards
            {...form.field("whom")}
            choices={[
              { value: "anyone", label: words.anyone, description: words.anyoneText },
              { value: "own", label: words.only, description: words.onlyText },
            ]}
            columns={2}
            defaultValue="anyone"
            label={words.whom}
          />
        )}
        <WishFields form={form} today={today} weekdays={weekdays} words={words} />
        <Checkbox {...form.field("byText")} label={words.byText} />
        <Actions>
          <Button pending={form.pending} type="submit">
            {words.confirm}
          </Button>
          <ButtonLink href={backHref} kind="quiet">
            {words.back}
          </ButtonLink>
        </Actions>
      </Stack>
    </form>
  );
}

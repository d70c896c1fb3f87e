"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Actions, Stack } from "@/components/layout";
import { SelectField } from "@/components/select-field";
import { useForm } from "@/components/use-form";
import type { WishFieldWords } from "./wish-field-words";
import { WishFields, wishIn } from "./wish-fields";

type Option = { value: string; label: string };

type AddFormProps = {
  patientId: string;
  /** `visit …` or `type …`. */
  waitsFor: Option[];
  practitioners: Option[];
  today: string;
  weekdays: readonly string[];
  words: WishFieldWords & Record<"visitOrType" | "whom" | "anyone" | "addConfirm", string>;
};

/** The practice puts somebody on the list. */
export function AddForm(props: AddFormProps) {
  const { patientId, waitsFor, practitioners, today, weekdays, words } = props;
  const router = useRouter();
  const form = useForm({
    path: "/api/waiting-list/entries",
    body: (values) => {
      const [kind, id] = values.text("visitTypeId").split(" ");
      const practitionerId = values.text("practitionerId");
      return {
        patientId,
        ...wishIn(values),
        ...(kind === "visit" ? { appointmentId: id } : { visitTypeId: id }),
        ...(practitionerId && { practitionerId }),
      };
    },
    onDone: () => {
      router.replace("/desk/waiting-list?done=added");
      return "leaving";
    },
  });
  return (
    <form {...form.props}>
      <Stack gap={6}>
        <FormErrorSummary form={form} />
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            {...form.field("visitTypeId")}
            label={words.visitOrType}
            options={waitsFor}
          />
          <SelectField
            {...form.field("practitionerId")}
            label={words.whom}
            options={[{ value: "", label: words.anyone }, ...practitioners]}
          />
        </div>
        <WishFields form={form} today={today} weekdays={weekdays} words={words} />
        <Actions>
          <Button pending={form.pending} type="submit">
            {words.addConfirm}
          </Button>
        </Actions>
      </Stack>
    </form>
  );
}

"use client";

import { DateField } from "@/components/date-field";
import { LinkForm } from "../../../register/_components/link-form";
import { LINK_MARK } from "../../../register/code/_components/link-mark";

type BirthDateFormProps = {
  token: string;
  words: Record<"dateOfBirth" | "dateOfBirthHint" | "go", string>;
};

/** R7: the birth date; right or wrong, the code's page comes next. */
export function BirthDateForm({ token, words }: BirthDateFormProps) {
  return (
    <LinkForm
      body={(values) => ({ linkToken: token, dateOfBirth: values.text("dateOfBirth") })}
      brokenPrefix="link_"
      go={words.go}
      nextHref={`/register/code${LINK_MARK}${encodeURIComponent(token)}`}
      path="/api/registrations"
    >
      {(form) => (
        <DateField
          {...form.field("dateOfBirth")}
          birthday
          hint={words.dateOfBirthHint}
          label={words.dateOfBirth}
        />
      )}
    </LinkForm>
  );
}

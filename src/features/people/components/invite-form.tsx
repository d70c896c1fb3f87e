"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/button";
import { type Choice, RadioCards } from "@/components/choices";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Actions, Stack } from "@/components/layout";
import { TextField } from "@/components/text-field";
import { useForm } from "@/components/use-form";

type InviteFormProps = {
  start: Record<"firstName" | "lastName" | "email" | "mobile" | "role", string>;
  roles: Choice[];
  words: Record<
    "firstName" | "lastName" | "email" | "emailHint" | "mobile" | "role" | "go",
    string
  >;
};

/** Who is to work at the practice, and as what (R52). */
export function InviteForm({ start, roles, words }: InviteFormProps) {
  const router = useRouter();
  const form = useForm({
    path: "/api/people/invitations",
    onDone: () => {
      router.push("/desk/people?sent=1");
      return "leaving";
    },
  });
  const { field } = form;
  return (
    <form {...form.props}>
      <Stack gap={6}>
        <FormErrorSummary form={form} />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            {...field("firstName")}
            autoComplete="off"
            defaultValue={start.firstName}
            label={words.firstName}
          />
          <TextField
            {...field("lastName")}
            autoComplete="off"
            defaultValue={start.lastName}
            label={words.lastName}
          />
        </div>
        <TextField
          {...field("email")}
          autoComplete="off"
          defaultValue={start.email}
          hint={words.emailHint}
          label={words.email}
          type="email"
        />
        <TextField
          {...field("mobile")}
          autoComplete="off"
          defaultValue={start.mobile}
          label={words.mobile}
          type="tel"
        />
        <RadioCards
          {...field("role")}
          choices={roles}
          defaultValue={start.role}
          label={words.role}
        />
        <Actions>
          <Button pending={form.pending} type="submit">
            {words.go}
          </Button>
        </Actions>
      </Stack>
    </form>
  );
}

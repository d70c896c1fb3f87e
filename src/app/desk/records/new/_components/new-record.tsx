"use client";

import { useRouter } from "next/navigation";
import { type ChangeEvent, useState } from "react";
import { Button } from "@/components/button";
import { DateField } from "@/components/date-field";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Actions, Card, Stack } from "@/components/layout";
import { SelectField } from "@/components/select-field";
import { TextField } from "@/components/text-field";
import { useForm } from "@/components/use-form";
import type records from "../../../../../../messages/en/records.json";
import { type SimilarRecord, SimilarRecords } from "./similar-records";

type NewRecordProps = {
  practitioners: readonly { id: string; name: string }[];
  /** The name that was searched for. */
  typed: { firstName: string; lastName: string };
  words: (typeof records)["new"];
};

const texts = ["firstName", "lastName", "preferredName", "dateOfBirth", "practitionerId"] as const;
const reach = ["mobile", "email", "home", "work"] as const;

/** The form of a new record; where somebody alike is on the list, it shows them before it makes another. */
export function NewRecord({ practitioners, typed, words }: NewRecordProps) {
  const router = useRouter();
  const [alike, setAlike] = useState<readonly SimilarRecord[]>([]);
  const form = useForm<{ id: string }>({
    path: "/api/patients",
    body: (values) => ({
      ...Object.fromEntries([...texts, ...reach].map((name) => [name, values.text(name).trim()])),
      evenIfSimilar: values.checked("evenIfSimilar"),
    }),
    onDone: ({ id }) => {
      router.push(`/desk/records/${id}`);
      return "leaving";
    },
    onRefused: ({ code, detail }) => {
      setAlike(code === "similar_records" ? (detail.records as SimilarRecord[]) : []);
      return false;
    },
  });
  // Whoever types another name has not looked for that one yet.
  const lookAgain = ({ target }: ChangeEvent<HTMLFormElement>) => {
    if (target.name !== "evenIfSimilar") setAlike([]);
  };
  const optional = { autoComplete: "off", maxLength: 254 };
  return (
    <form {...form.props} onChange={lookAgain}>
      <Stack gap={6}>
        <FormErrorSummary form={form} />
        <Card>
          <Stack gap={4}>
            <h2 className="font-semibold text-lg">{words.who}</h2>
            <div className="grid gap-5 sm:grid-cols-2">
              <TextField
                {...form.field("firstName")}
                autoComplete="off"
                defaultValue={typed.firstName}
                label={words.firstName}
              />
              <TextField
                {...form.field("lastName")}
                autoComplete="off"
                defaultValue={typed.lastName}
                label={words.lastName}
              />
            </div>
            <TextField
              {...form.field("preferredName")}
              autoComplete="off"
              label={words.preferredName}
            />
            <DateField {...form.field("dateOfBirth")} label={words.dateOfBirth} />
            <SelectField
              {...form.field("practitionerId")}
              label={words.practitionerId}
              options={[
                { value: "", label: words.nobody },
                ...practitioners.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          </Stack>
        </Card>
        <Card>
          <Stack gap={4}>
            <div>
              <h2 className="font-semibold text-lg">{words.reach}</h2>
              <p className="text-muted">{words.optional}</p>
            </div>
            <TextField
              {...form.field("mobile")}
              {...optional}
              hint={words.mobileHint}
              label={words.mobile}
              type="tel"
            />
            <TextField {...form.field("email")} {...optional} label={words.email} type="email" />
            <div className="grid gap-5 sm:grid-cols-2">
              <TextField {...form.field("home")} {...optional} label={words.home} type="tel" />
              <TextField {...form.field("work")} {...optional} label={words.work} type="tel" />
            </div>
          </Stack>
        </Card>
        {alike.length > 0 && (
          <SimilarRecords name={form.field("evenIfSimilar").name} records={alike} words={words} />
        )}
        <Actions>
          <Button pending={form.pending} type="submit">
            {words.create}
          </Button>
        </Actions>
      </Stack>
    </form>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { TextField } from "@/components/text-field";
import { useForm } from "@/components/use-form";
import { recordDetails } from "@/domain/pms/detail-changes";
import { type ProfileField, type ProfileWords, profileGroups } from "./profile-words";

type ProfileFormProps = {
  patientId: string;
  version: number;
  values: Readonly<Record<ProfileField, string>>;
  words: ProfileWords;
};

/** What a person changes of their own record, or a guardian of a child's (R17). */
export function ProfileForm({ patientId, version, values, words }: ProfileFormProps) {
  const router = useRouter();
  const [told, setTold] = useState<string | null>(null);
  const form = useForm<{ changed: string[] }>({
    path: "/api/account/profile",
    body: (typed) => ({
      patientId,
      version,
      ...Object.fromEntries(recordDetails.map((name) => [name, typed.text(name)])),
    }),
    onDone: ({ changed }) => {
      setTold(changed.length > 0 ? words.saved : words.same);
      router.refresh();
    },
    onRefused: () => {
      setTold(null);
      return undefined;
    },
  });
  return (
    <form {...form.props}>
      <Stack gap={8}>
        <FormErrorSummary form={form} />
        {profileGroups.map(({ key, fields }) => (
          <fieldset className="flex min-w-0 flex-col gap-4" key={key}>
            <legend className="mb-3 font-semibold text-xl">{words[key]}</legend>
            {key === "phones" && <p className="-mt-2 text-muted text-sm">{words.phonesHint}</p>}
            <div className="grid gap-4 sm:grid-cols-6">
              {fields.map(({ name, wide, ...input }) => (
                <div className={spans[wide]} key={name}>
                  <TextField
                    {...form.field(name)}
                    {...input}
                    defaultValue={values[name]}
                    label={words[name]}
                    {...(name === "emergencyContactRelationship" && { hint: words.relationHint })}
                  />
                </div>
              ))}
            </div>
          </fieldset>
        ))}
        {told && (
          <Notice live tone="success">
            {told}
          </Notice>
        )}
        <div>
          <Button pending={form.pending} type="submit">
            {words.submit}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

const spans = { 2: "sm:col-span-2", 3: "sm:col-span-3", 4: "sm:col-span-4", 6: "sm:col-span-6" };

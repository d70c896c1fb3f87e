"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/button";
import { RadioCards } from "@/components/choices";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Actions, Card, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { useForm } from "@/components/use-form";
import { ReEnable } from "@/features/lab-connection/components/re-enable";
import type { Integration } from "@/features/lab-connection/schema";
import { fillIn } from "@/lib/fill-in";
import type cases from "../../../../messages/en/cases.json";
import type { CaseAnswer } from "../schema";

type NewCaseProps = {
  patientId: string;
  labs: readonly (Pick<Integration, "id" | "name" | "state"> & {
    /** The lab wants a sign-in, now or soon. */
    readonly warning: { readonly title: string; readonly text: string } | null;
  })[];
  words: (typeof cases)["new"];
};

/** Chooses the lab and begins the case; a connection that needs its sign-in says so here already (R45). */
export function NewCase({ patientId, labs, words }: NewCaseProps) {
  const router = useRouter();
  const [labId, setLabId] = useState(labs.length === 1 ? (labs[0]?.id ?? "") : "");
  const chosen = labs.find(({ id }) => id === labId);
  const form = useForm<CaseAnswer>({
    path: "/api/cases",
    body: () => ({ patientId, labId }),
    onDone: ({ id }) => {
      router.push(`/doctor/cases/${id}`);
      return "leaving";
    },
  });
  return (
    <Card>
      <Stack gap={6}>
        <form {...form.props}>
          <Stack gap={4}>
            <FormErrorSummary form={form} />
            <RadioCards
              {...form.field("labId")}
              choices={labs.map(({ id, name, state }) => ({
                value: id,
                label: name,
                description: words.connection[state],
              }))}
              label={words.lab}
              onChoose={setLabId}
              value={labId}
            />
            <Actions>
              <Button disabled={labId === ""} pending={form.pending} type="submit">
                {words.begin}
              </Button>
            </Actions>
          </Stack>
        </form>
        {chosen?.warning && (
          <Notice key={chosen.id} live title={chosen.warning.title} tone="notice">
            <Stack gap={3}>
              <p>{chosen.warning.text}</p>
              <ReEnable
                labId={chosen.id}
                look="secondary"
                returnTo={`/doctor/cases/new?patient=${patientId}`}
                words={{
                  button: words.reEnable,
                  leads: fillIn(words.leads, { lab: chosen.name }),
                }}
              />
            </Stack>
          </Notice>
        )}
      </Stack>
    </Card>
  );
}

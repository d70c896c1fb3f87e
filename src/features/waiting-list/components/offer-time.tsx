"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Stack } from "@/components/layout";
import { useForm } from "@/components/use-form";

type OfferTimeProps = {
  path: string;
  body: { startsAt: string; practitionerId: string };
  time: string;
  label: string;
};

/** One free time: pressing it sends the offer. */
export function OfferTime({ path, body, time, label }: OfferTimeProps) {
  const router = useRouter();
  const form = useForm({
    path,
    body: () => body,
    onDone: () => {
      router.replace("/desk/waiting-list?done=offered");
      return "leaving";
    },
  });
  return (
    <form {...form.props}>
      <Stack gap={2}>
        <Button aria-label={label} kind="secondary" pending={form.pending} small type="submit">
          {time}
        </Button>
        <FormErrorSummary form={form} />
      </Stack>
    </form>
  );
}

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
  /** Whose time it is. */
  name: string;
  label: string;
};

/** One free time: pressing it sends the offer. */
export function OfferTime({ path, body, time, name, label }: OfferTimeProps) {
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
        <Button kind="secondary" pending={form.pending} small type="submit">
          <span className="flex flex-col items-start gap-0.5 py-1 text-start">
            <span className="tabular-nums">{time}</span>
            <span className="font-normal text-muted text-sm">{name}</span>
            <span className="sr-only">{label}</span>
          </span>
        </Button>
        <FormErrorSummary form={form} />
      </Stack>
    </form>
  );
}

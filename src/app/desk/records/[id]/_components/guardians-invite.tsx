"use client";

import { UserPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/button";
import { RadioCards } from "@/components/choices";
import { DateField } from "@/components/date-field";
import { Dialog } from "@/components/dialog";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Stack } from "@/components/layout";
import { TextField } from "@/components/text-field";
import { type FormValues, useForm } from "@/components/use-form";
import { type Delivery, GuardiansMade, type MadeLink } from "./guardians-made";
import type { InviteWords, MadeWords } from "./guardians-words";

type Answer = { link?: MadeLink };

type GuardiansInviteProps = {
  patientId: string;
  zone: string;
  words: InviteWords;
  made: MadeWords;
};

/** R10: a guardian's own details, what they may do and how the link goes out. */
export function GuardiansInvite({ patientId, zone, words, made }: GuardiansInviteProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [deliver, setDeliver] = useState<Delivery>("mail");
  const [done, setDone] = useState<Answer | null>(null);
  const form = useForm<Answer>({
    path: `/api/patients/${patientId}/guardians`,
    body,
    onDone: (answer) => {
      setDone(answer);
      router.refresh();
    },
  });

  function close() {
    setOpen(false);
    setDone(null);
    form.clear();
  }

  return (
    <>
      <Button
        icon={<UserPlus aria-hidden="true" className="size-4.5" />}
        kind="secondary"
        onClick={() => setOpen(true)}
        small
      >
        {words.open}
      </Button>
      <Dialog
        actions={done && <Button onClick={close}>{made.done}</Button>}
        onClose={close}
        open={open}
        title={words.title}
      >
        {done ? (
          <GuardiansMade deliver={deliver} link={done.link} words={made} zone={zone} />
        ) : (
          <form {...form.props}>
            <Stack gap={4}>
              <p className="text-muted">{words.lead}</p>
              <FormErrorSummary form={form} />
              <div className="grid gap-4 sm:grid-cols-2">
                <TextField {...form.field("firstName")} label={words.firstName} required />
                <TextField {...form.field("lastName")} label={words.lastName} required />
              </div>
              <DateField
                {...form.field("dateOfBirth")}
                hint={words.dateOfBirthHint}
                label={words.dateOfBirth}
                required
              />
              <TextField {...form.field("email")} label={words.email} required type="email" />
              <TextField {...form.field("mobile")} label={words.mobile} required type="tel" />
              <RadioCards
                {...form.field("rights")}
                choices={[
                  { value: "full", label: words.rightsFull, description: words.rightsFullText },
                  { value: "view", label: words.rightsView, description: words.rightsViewText },
                ]}
                columns={2}
                defaultValue="full"
                label={words.rights}
              />
              <div className="grid gap-4 sm:grid-cols-2">
                <TextField {...form.field("fromOn")} label={words.fromOn} type="date" />
                <TextField
                  {...form.field("untilOn")}
                  hint={words.untilHint}
                  label={words.untilOn}
                  type="date"
                />
              </div>
              <RadioCards
                {...form.field("deliver")}
                choices={(["mail", "sms", "show"] as const).map((way) => ({
                  value: way,
                  label: made[way],
                }))}
                columns={3}
                hint={words.deliverHint}
                label={words.deliver}
                onChoose={(way) => setDeliver(way as Delivery)}
                value={deliver}
              />
              <Button pending={form.pending} type="submit">
                {words.go}
              </Button>
            </Stack>
          </form>
        )}
      </Dialog>
    </>
  );
}

/** Days left empty are left out: from today, until the practice's age. */
function body(values: FormValues) {
  const names = ["firstName", "lastName", "dateOfBirth", "email", "mobile", "rights", "deliver"];
  const days = ["fromOn", "untilOn"].filter((name) => values.text(name) !== "");
  return Object.fromEntries([...names, ...days].map((name) => [name, values.text(name)]));
}

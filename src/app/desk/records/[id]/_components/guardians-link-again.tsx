"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/button";
import { RadioCards } from "@/components/choices";
import { Dialog } from "@/components/dialog";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Stack } from "@/components/layout";
import { useForm } from "@/components/use-form";
import { type Delivery, GuardiansMade, type MadeLink } from "./guardians-made";
import type { ItemWords, MadeWords } from "./guardians-words";

type GuardiansLinkAgainProps = { path: string; zone: string; words: ItemWords; made: MadeWords };

/** S9: a new link for somebody invited before; the older one dies. */
export function GuardiansLinkAgain({ path, zone, words, made }: GuardiansLinkAgainProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [deliver, setDeliver] = useState<Delivery>("mail");
  const [link, setLink] = useState<MadeLink | null>(null);
  const form = useForm<MadeLink>({
    path: `${path}/login-links`,
    onDone: (answer) => {
      setLink(answer);
      router.refresh();
    },
  });

  function close() {
    setOpen(false);
    setLink(null);
    form.clear();
  }

  return (
    <>
      <Button kind="secondary" onClick={() => setOpen(true)} small>
        {words.newLink}
      </Button>
      <Dialog
        actions={link && <Button onClick={close}>{made.done}</Button>}
        onClose={close}
        open={open}
        title={words.linkTitle}
      >
        {link ? (
          <GuardiansMade deliver={deliver} link={link} words={made} zone={zone} />
        ) : (
          <form {...form.props}>
            <Stack gap={4}>
              <p>{words.linkLead}</p>
              <FormErrorSummary form={form} />
              <RadioCards
                {...form.field("deliver")}
                choices={(["mail", "sms", "show"] as const).map((way) => ({
                  value: way,
                  label: made[way],
                }))}
                label={words.newLink}
                onChoose={(way) => setDeliver(way as Delivery)}
                value={deliver}
              />
              <Button pending={form.pending} type="submit">
                {words.newLink}
              </Button>
            </Stack>
          </form>
        )}
      </Dialog>
    </>
  );
}

"use client";

import { Fingerprint, MessageSquareText, Smartphone } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { TextField } from "@/components/text-field";
import { useUiWords } from "@/components/ui-words";
import { useForm } from "@/components/use-form";
import { postJson } from "@/lib/api-client";
import type { FactorWords } from "./factor-words";

export type FactorLine = {
  /** Null for the mobile number, which is changed elsewhere. */
  id: string | null;
  kind: "totp" | "passkey" | "sms";
  name: string;
  detail: string;
  /** Nothing else would confirm who they are: it stays (R13). */
  isLast: boolean;
  renameLabel: string;
  removeLabel: string;
  removeTitle: string;
};

const icons = { totp: Smartphone, passkey: Fingerprint, sms: MessageSquareText };

type FactorListProps = { factors: readonly FactorLine[]; words: FactorWords };

/** One's own second factors, to rename or remove (R13). */
export function FactorList({ factors, words }: FactorListProps) {
  const router = useRouter();
  const [renaming, setRenaming] = useState<FactorLine | null>(null);
  const [removing, setRemoving] = useState<FactorLine | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const changed = (text: string | null) => {
    setRenaming(null);
    setRemoving(null);
    setTold(text);
    router.refresh();
  };
  return (
    <div className="flex flex-col gap-4">
      {told && (
        <Notice live tone="success">
          {told}
        </Notice>
      )}
      <ul className="flex flex-col">
        {factors.map((factor) => {
          const Icon = icons[factor.kind];
          return (
            <li
              className="flex flex-wrap items-center justify-between gap-3 border-hairline border-b py-3 last:border-0"
              key={factor.id ?? factor.kind}
            >
              <div className="flex min-w-0 items-start gap-3">
                <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-accent" />
                <div className="min-w-0">
                  <p className="break-words font-semibold">{factor.name}</p>
                  <p className="text-muted text-sm">{factor.detail}</p>
                  {factor.isLast && <p className="text-muted text-sm">{words.lastOne}</p>}
                </div>
              </div>
              {factor.id && (
                <div className="flex gap-2">
                  <Button
                    aria-label={factor.renameLabel}
                    kind="quiet"
                    onClick={() => setRenaming(factor)}
                    small
                  >
                    {words.rename}
                  </Button>
                  {!factor.isLast && (
                    <Button
                      aria-label={factor.removeLabel}
                      kind="secondary"
                      onClick={() => setRemoving(factor)}
                      small
                    >
                      {words.remove}
                    </Button>
                  )}
                </div>
              )}
            </li>
          );
        })}
      </ul>
      <Dialog onClose={() => setRenaming(null)} open={renaming !== null} title={words.renameTitle}>
        {renaming && <Rename factor={renaming} onDone={() => changed(null)} words={words} />}
      </Dialog>
      <Dialog
        onClose={() => setRemoving(null)}
        open={removing !== null}
        title={removing?.removeTitle ?? words.remove}
      >
        {removing && (
          <Remove
            factor={removing}
            onCancel={() => setRemoving(null)}
            onDone={() => changed(words.removed)}
            words={words}
          />
        )}
      </Dialog>
    </div>
  );
}

type OneFactor = { factor: FactorLine; words: FactorWords; onDone: () => void };

function Rename({ factor, words, onDone }: OneFactor) {
  const form = useForm({ path: `/api/account/factors/${factor.id}/rename`, onDone });
  return (
    <form {...form.props}>
      <Stack gap={4}>
        <FormErrorSummary form={form} />
        <TextField
          {...form.field("label")}
          defaultValue={factor.name}
          hint={words.nameHint}
          label={words.nameField}
          maxLength={60}
          required
        />
        <Button pending={form.pending} type="submit">
          {words.save}
        </Button>
      </Stack>
    </form>
  );
}

function Remove({ factor, words, onDone, onCancel }: OneFactor & { onCancel: () => void }) {
  const ui = useUiWords();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  async function remove() {
    setPending(true);
    setFailure(null);
    const answer = await postJson(`/api/account/factors/${factor.id}/remove`, {});
    setPending(false);
    if (answer.ok) onDone();
    else setFailure(answer.message || ui.offline);
  }
  return (
    <Stack gap={4}>
      <p>{words.removeText}</p>
      {failure && (
        <Notice live tone="danger">
          {failure}
        </Notice>
      )}
      <div className="flex flex-wrap justify-end gap-3">
        <Button kind="quiet" onClick={onCancel}>
          {words.cancel}
        </Button>
        <Button kind="danger" onClick={remove} pending={pending}>
          {words.remove}
        </Button>
      </div>
    </Stack>
  );
}

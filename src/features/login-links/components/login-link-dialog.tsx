"use client";

import { Eye, KeyRound, Mail, MessageSquareText } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/button";
import { Checkbox } from "@/components/choices";
import { Dialog } from "@/components/dialog";
import { Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { useUiWords } from "@/components/ui-words";
import { type ApiFailure, postJson } from "@/lib/api-client";
import type { LoginLinkWords } from "./login-link-words";
import { type Made, MadeLink } from "./made-link";

type Delivery = Made["deliver"];

type LoginLinkDialogProps = {
  patientId: string;
  name: string;
  isRegistered: boolean;
  hasEmail: boolean;
  zone: string;
  words: LoginLinkWords;
  /** The button, where it is not the one step of its page. */
  opener?: { kind: "secondary"; label: string; name?: string };
};

/** R7: a login link in two presses: which way, and it is made. */
export function LoginLinkDialog(props: LoginLinkDialogProps) {
  const { patientId, isRegistered, hasEmail, zone, words, opener } = props;
  const router = useRouter();
  const ui = useUiWords();
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState<Delivery | null>(null);
  const [made, setMade] = useState<Made | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [resets, setResets] = useState(false);

  function close() {
    setOpen(false);
    setMade(null);
    setFailure(null);
    setResets(false);
  }

  async function make(deliver: Delivery) {
    if (pending) return;
    setPending(deliver);
    setFailure(null);
    const path = `/api/patients/${patientId}/login-links`;
    const body = { deliver, ...(resets && { resetFactors: true }) };
    const answer = await postJson<Omit<Made, "deliver">>(path, body);
    setPending(null);
    if (!answer.ok) return setFailure(answer);
    setMade({ ...answer.value, deliver });
    router.refresh();
  }

  const ways = [
    { deliver: "sms", label: words.sms, Icon: MessageSquareText, hint: null },
    { deliver: "mail", label: words.mail, Icon: Mail, hint: hasEmail ? null : words.noEmail },
    { deliver: "show", label: words.show, Icon: Eye, hint: words.showHint },
  ] as const;
  return (
    <>
      <Button
        aria-label={opener?.name}
        icon={opener ? undefined : <KeyRound aria-hidden="true" className="size-4.5" />}
        kind={opener?.kind ?? "primary"}
        onClick={() => setOpen(true)}
        small
      >
        {opener?.label ?? words.open}
      </Button>
      <Dialog
        actions={made && <Button onClick={close}>{words.done}</Button>}
        onClose={close}
        open={open}
        title={words.title}
      >
        {made ? (
          <MadeLink made={made} words={words} zone={zone} />
        ) : (
          <Stack gap={4}>
            <p>
              {isRegistered ? words.leadPassword : words.leadRegistration} {words.replaces}
            </p>
            {failure && (
              <Notice live title={words.failed} tone="danger">
                {failure.message || ui.offline}
              </Notice>
            )}
            {isRegistered && (
              <Checkbox
                checked={resets}
                hint={words.resetsHint}
                label={words.resets}
                name="resetFactors"
                onChange={(event) => setResets(event.target.checked)}
              />
            )}
            <div className="flex flex-col gap-2">
              {ways.map(({ deliver, label, Icon, hint }) => (
                <Button
                  className="justify-start py-2 text-start"
                  disabled={deliver === "mail" && !hasEmail}
                  icon={<Icon aria-hidden="true" className="size-5" />}
                  key={deliver}
                  kind="secondary"
                  onClick={() => make(deliver)}
                  pending={pending === deliver}
                  wide
                >
                  <span className="flex flex-col items-start">
                    {label}
                    {hint && <span className="font-normal text-muted text-sm">{hint}</span>}
                  </span>
                </Button>
              ))}
            </div>
          </Stack>
        )}
      </Dialog>
    </>
  );
}

"use client";

import { EyeOff } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/button";
import { CopyField } from "@/components/copy-field";
import { Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { QrCode } from "@/components/qr-code";
import { formatInstantDay, formatInstantTime } from "@/lib/format-time";
import { qrPath } from "@/lib/qr-path";
import type { LoginLinkWords } from "./login-link-words";

export type Made = {
  deliver: "mail" | "sms" | "show";
  expiresAt: string;
  /** For `show` alone, and this once. */
  url?: string;
};
type MadeLinkProps = { made: Made; zone: string; words: LoginLinkWords };

/** R7: that the link is on its way; or the link itself, once, as text and as a square for a camera. */
export function MadeLink({ made, zone, words }: MadeLinkProps) {
  const until = words.until
    .replace("{day}", formatInstantDay(made.expiresAt, zone))
    .replace("{time}", formatInstantTime(made.expiresAt, zone));
  const title = { mail: words.sentMail, sms: words.sentSms, show: words.shownTitle }[made.deliver];
  return (
    <Stack gap={4}>
      <Notice live title={title} tone={made.url ? "notice" : "success"}>
        {made.url ? `${words.shownText} ${until}` : until}
      </Notice>
      {made.url && <ShownOnce url={made.url} words={words} />}
      <p className="text-muted text-sm">{words.trouble}</p>
    </Stack>
  );
}

function ShownOnce({ url, words }: { url: string; words: LoginLinkWords }) {
  const [isHidden, setHidden] = useState(false);
  if (isHidden) return <p role="status">{words.hidden}</p>;
  return (
    <Stack gap={4}>
      <CopyField id="login-link-url" label={words.url} value={url} />
      <QrCode label={words.qr} {...qrPath(url)} />
      <Button
        icon={<EyeOff aria-hidden="true" className="size-4.5" />}
        kind="secondary"
        onClick={() => setHidden(true)}
        small
      >
        {words.hide}
      </Button>
    </Stack>
  );
}

"use client";

import { CopyField } from "@/components/copy-field";
import { Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { QrCode } from "@/components/qr-code";
import { fillIn } from "@/lib/fill-in";
import { formatInstantDay, formatInstantTime } from "@/lib/format-time";
import { qrPath } from "@/lib/qr-path";
import type { MadeWords } from "./guardians-words";

export type Delivery = "mail" | "sms" | "show";
export type MadeLink = { expiresAt: string; url?: string };

type GuardiansMadeProps = {
  /** None for who has a login already. */
  link: MadeLink | undefined;
  deliver: Delivery;
  zone: string;
  words: MadeWords;
};

/** What became of an invitation: told by mail, or a link that goes out or is shown this once. */
export function GuardiansMade({ link, deliver, zone, words }: GuardiansMadeProps) {
  if (!link) {
    return (
      <Notice live title={words.addedTitle} tone="success">
        {words.addedText}
      </Notice>
    );
  }
  const title = { mail: words.sentMail, sms: words.sentSms, show: words.shownTitle }[deliver];
  return (
    <Stack gap={4}>
      <Notice live title={title} tone="success">
        {fillIn(words.until, {
          day: formatInstantDay(link.expiresAt, zone),
          time: formatInstantTime(link.expiresAt, zone),
        })}
      </Notice>
      {link.url && (
        <>
          <CopyField id="guardian-link-url" label={words.url} value={link.url} />
          <QrCode label={words.qr} {...qrPath(link.url)} />
        </>
      )}
    </Stack>
  );
}

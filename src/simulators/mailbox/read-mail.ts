import PostalMime, { type Address } from "postal-mime";
import type { ReceivedMail } from "./mail-store";

/** Takes a mail apart. PostgreSQL's text holds no NUL, so those are dropped. */
export async function readMail(
  raw: Buffer,
  recipients: readonly string[],
  envelopeFrom: string,
): Promise<ReceivedMail> {
  const mail = await PostalMime.parse(raw, { attachmentEncoding: "arraybuffer" });
  return {
    recipients,
    from: clean(mail.from === undefined ? envelopeFrom : shown(mail.from)),
    subject: clean(mail.subject ?? ""),
    text: clean(mail.text ?? ""),
    html: clean(mail.html ?? ""),
    messageId: clean(mail.messageId ?? ""),
    attachments: mail.attachments.map((attachment, index) => ({
      name: clean(attachment.filename ?? defaultName(attachment.mimeType, index)),
      type: attachment.method
        ? `${attachment.mimeType}; method=${attachment.method}`
        : attachment.mimeType,
      content: bytesOf(attachment.content),
    })),
  };
}

function bytesOf(content: ArrayBuffer | Uint8Array | string): Buffer {
  if (typeof content === "string") return Buffer.from(content, "utf8");
  return content instanceof Uint8Array
    ? Buffer.from(content)
    : Buffer.from(new Uint8Array(content));
}

function shown(from: Address): string {
  if (from.address === undefined) return from.name;
  return from.name === "" ? from.address : `${from.name} <${from.address}>`;
}

function defaultName(type: string, index: number): string {
  return type === "text/calendar" ? "invite.ics" : `attachment-${index + 1}`;
}

function clean(text: string): string {
  return text.replaceAll("\0", "");
}

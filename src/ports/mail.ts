import type { Result } from "@/domain/result";

export interface MailAddress {
  readonly name?: string;
  readonly address: string;
}

export interface MailAttachment {
  readonly name: string;
  /** MIME type. */
  readonly type: string;
  readonly content: Uint8Array;
}

export interface Mail {
  /** Stable per delivery row, without angle brackets: `<delivery id>@<host>` (S17). */
  readonly messageId: string;
  readonly from: MailAddress;
  readonly to: MailAddress;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments?: readonly MailAttachment[];
  /** An iCalendar object (RFC 6047) as an alternative part, so that mail programs offer the visit. */
  readonly calendar?: { readonly method: "REQUEST" | "CANCEL"; readonly content: string };
}

/**
 * refused: this mail will never be taken. unauthorized: our credentials are wrong. unreachable: certainly not sent,
 * try later. unclear: the connection ended before the answer; repeat with the same Message-ID (S17).
 */
export type MailRefusal = "refused" | "unauthorized" | "unreachable" | "unclear";

export interface MailPort {
  send(mail: Mail): Promise<Result<{ readonly response: string }, MailRefusal>>;
  /** Ends idle connections, so that a process can exit. */
  close(): void;
}

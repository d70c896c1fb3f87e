import { createTransport } from "nodemailer";
import { ok, type Refused, refused } from "@/domain/result";
import type { MailAddress, MailPort, MailRefusal } from "@/ports/mail";

export interface SmtpOptions {
  /** `smtps://user:password@host:465` or `smtp://host:587`, which must offer STARTTLS unless it is this machine. */
  readonly url: string;
  /** How long the server may stay silent; 20 s by default, well below a delivery's lease of 60 s. */
  readonly silenceMs?: number;
}

/** Mail over SMTP with up to five kept connections. */
export function smtpMail({ url, silenceMs = 20_000 }: SmtpOptions): MailPort {
  const transport = createTransport({
    pool: true,
    url,
    maxConnections: 5,
    // The delivery row alone decides when a mail is repeated.
    maxRequeues: 0,
    requireTLS: !isThisMachine(url),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ messageId, from, to, subject, text, html, attachments = [], calendar }) => {
      try {
        const { response } = await transport.sendMail({
          messageId: `<${messageId}>`,
          from: mailbox(from),
          to: mailbox(to),
          subject,
          text,
          html,
          attachments: attachments.map(({ name, type, content }) => ({
            filename: name,
            contentType: type,
            content: Buffer.from(content),
          })),
          ...(calendar === undefined
            ? {}
            : { icalEvent: { method: calendar.method, content: calendar.content } }),
          // RFC 3834: keeps absence notes from answering.
          headers: { "Auto-Submitted": "auto-generated" },
        });
        return ok({ response });
      } catch (error) {
        return sendRefusal(error);
      }
    },
    close: () => transport.close(),
  };
}

/** RFC 5321: 4xx means later, 5xx never. Silence after the connection stood leaves it open. */
function sendRefusal(error: unknown): Refused<MailRefusal> {
  if (!(error instanceof Error)) throw error;
  const code = "code" in error ? String(error.code) : "";
  const status = "responseCode" in error ? Number(error.responseCode) : null;
  const detail = { status, code };
  if (status === 530 || status === 535 || code === "EAUTH" || code === "ENOAUTH") {
    return refused("unauthorized", detail);
  }
  // No TLS: the server is set up wrongly, and its 5xx is about STARTTLS, not about this mail.
  if (code === "ETLS" || code === "EDNS" || failedToConnect(error)) {
    return refused("unreachable", detail);
  }
  if (status !== null) return refused(status >= 500 ? "refused" : "unreachable", detail);
  if (code === "EENVELOPE" || code === "EMESSAGE") return refused("refused", detail);
  if (code === "ECONNECTION" || code === "ESOCKET" || code === "ETIMEDOUT") {
    return refused("unclear", detail);
  }
  throw error;
}

/** The system call that failed: no byte of the mail has left. */
function failedToConnect(error: Error): boolean {
  return "syscall" in error && error.syscall === "connect";
}

function mailbox({ name, address }: MailAddress) {
  return { name: name ?? "", address };
}

function isThisMachine(url: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);
}

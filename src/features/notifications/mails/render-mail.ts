import { render } from "@react-email/render";
import { createElement } from "react";
import type { Env } from "@/env";
import { practiceAccent } from "@/features/practices/accent";
import { type MailContent, type MailFacts, mailContent } from "../mail-content";
import { defaultAccent } from "./mail-look";
import { MailPage } from "./mail-page";

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A mail as it leaves: subject, a text part and an HTML part with the same words. */
export async function renderMail(
  env: Pick<Env, "appUrl">,
  facts: MailFacts,
): Promise<RenderedMail> {
  const content = mailContent(env, facts);
  const { practice, language } = facts;
  const page = createElement(MailPage, {
    content,
    practiceName: practice.name,
    language,
    accent: practiceAccent(practice.accentColour) ?? defaultAccent,
  });
  return { subject: content.subject, text: asText(content), html: await render(page) };
}

function asText({ heading, fact, paragraphs, actions, after, footer }: MailContent): string {
  const links = actions.map(({ label, href }) => `${label}:\n${href}`);
  const parts = [heading, ...(fact === null ? [] : [fact]), ...paragraphs, ...links, ...after];
  return `${parts.join("\n\n")}\n\n-- \n${footer.join("\n")}\n`;
}

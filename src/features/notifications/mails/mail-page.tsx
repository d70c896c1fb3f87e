import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from "@react-email/components";
import type { PracticeAccent } from "@/features/practices/accent";
import type { MailContent } from "../mail-content";
import { darkRules, mailLook } from "./mail-look";

/** Every mail's one look: no pictures, nothing fetched from elsewhere, readable with styles taken away. */
export function MailPage({
  content,
  practiceName,
  language,
  accent,
}: {
  content: MailContent;
  practiceName: string;
  language: string;
  accent: PracticeAccent;
}) {
  const look = mailLook(accent);
  const { heading, fact, paragraphs, actions, after, linkHint, footer } = content;
  return (
    <Html lang={language} dir="ltr">
      <Head>
        <title>{content.subject}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{darkRules(accent)}</style>
      </Head>
      <Preview>{fact ?? paragraphs[0] ?? heading}</Preview>
      <Body style={look.body} className="mail-body">
        <Container style={look.brand}>
          <Text style={look.brandName} className="mail-accent">
            {practiceName}
          </Text>
        </Container>
        <Container style={look.card} className="mail-card">
          <Heading as="h1" style={look.heading} className="mail-ink">
            {heading}
          </Heading>
          {fact === null ? null : (
            <Text style={look.fact} className="mail-fact">
              {fact}
            </Text>
          )}
          {paragraphs.map((paragraph) => (
            <Text key={paragraph} style={look.text} className="mail-ink">
              {paragraph}
            </Text>
          ))}
          {actions.map(({ label, href }) => (
            <Section key={href} style={look.action}>
              <Button href={href} style={look.button} className="mail-button">
                {label}
              </Button>
            </Section>
          ))}
          {after.map((paragraph) => (
            <Text key={paragraph} style={look.text} className="mail-ink">
              {paragraph}
            </Text>
          ))}
          <Hr style={look.rule} className="mail-rule" />
          <Text style={look.small} className="mail-muted">
            {linkHint}
          </Text>
          {actions.map(({ href }) => (
            <Text key={href} style={look.small}>
              <Link href={href} style={look.address} className="mail-accent">
                {href}
              </Link>
            </Text>
          ))}
        </Container>
        <Container style={look.footer}>
          {footer.map((line) => (
            <Text key={line} style={look.small} className="mail-muted">
              {line}
            </Text>
          ))}
        </Container>
      </Body>
    </Html>
  );
}

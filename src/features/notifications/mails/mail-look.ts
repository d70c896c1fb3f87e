import type { PracticeAccent } from "@/features/practices/accent";

/** The starting tokens of experience.md: mail programs know no variables. */
const light = {
  canvas: "#FBFAF7",
  surface: "#FFFFFF",
  ink: "#16202B",
  muted: "#55606E",
  hairline: "#E4E0D8",
};
const dark = {
  canvas: "#0F1519",
  surface: "#172027",
  ink: "#E9EEF1",
  muted: "#A2AFB9",
  hairline: "#2A353E",
};
export const defaultAccent: PracticeAccent = {
  light: { accent: "#0B6B66", onAccent: "#FFFFFF", accentSoft: "#DDF0ED" },
  dark: { accent: "#5CC7BF", onAccent: "#06211F", accentSoft: "#12383A" },
};

const font =
  "Figtree, -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

export function mailLook(accent: PracticeAccent) {
  const text = { margin: "0 0 16px", fontSize: "16px", lineHeight: "25px", color: light.ink };
  return {
    body: { margin: "0", padding: "24px 12px", backgroundColor: light.canvas, fontFamily: font },
    brand: { margin: "0 auto", padding: "0 8px 16px", maxWidth: "560px" },
    brandName: {
      margin: "0",
      fontSize: "16px",
      lineHeight: "24px",
      fontWeight: 600,
      color: accent.light.accent,
    },
    card: {
      margin: "0 auto",
      padding: "32px 28px",
      maxWidth: "560px",
      backgroundColor: light.surface,
      border: `1px solid ${light.hairline}`,
      borderTop: `4px solid ${accent.light.accent}`,
      borderRadius: "16px",
    },
    heading: {
      margin: "0 0 16px",
      fontSize: "28px",
      lineHeight: "34px",
      fontWeight: 700,
      color: light.ink,
    },
    text,
    fact: {
      margin: "0 0 20px",
      padding: "14px 16px",
      fontSize: "18px",
      lineHeight: "26px",
      fontWeight: 600,
      borderRadius: "10px",
      color: light.ink,
      backgroundColor: accent.light.accentSoft,
    },
    action: { margin: "8px 0 24px" },
    button: {
      padding: "14px 22px",
      fontSize: "16px",
      lineHeight: "20px",
      fontWeight: 600,
      textDecoration: "none",
      borderRadius: "10px",
      color: accent.light.onAccent,
      backgroundColor: accent.light.accent,
    },
    rule: { margin: "8px 0 16px", borderColor: light.hairline },
    small: { margin: "0 0 8px", fontSize: "14px", lineHeight: "21px", color: light.muted },
    address: { color: accent.light.accent, wordBreak: "break-all" as const },
    footer: { margin: "0 auto", padding: "20px 8px 0", maxWidth: "560px" },
  };
}

/** The same mail in the dark, for programs that honour the reader's wish. */
export function darkRules({ dark: accent }: PracticeAccent): string {
  return `@media (prefers-color-scheme: dark) {
.mail-body, .mail-body > table > tbody > tr > td { background-color: ${dark.canvas} !important; }
.mail-card { background-color: ${dark.surface} !important; border-color: ${dark.hairline} !important; border-top-color: ${accent.accent} !important; }
.mail-ink { color: ${dark.ink} !important; }
.mail-fact { color: ${dark.ink} !important; background-color: ${accent.accentSoft} !important; }
.mail-muted { color: ${dark.muted} !important; }
.mail-accent { color: ${accent.accent} !important; }
.mail-button { color: ${accent.onAccent} !important; background-color: ${accent.accent} !important; }
.mail-rule { border-color: ${dark.hairline} !important; }
}`;
}

import "./globals.css";
import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { cookies, headers } from "next/headers";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { uiWordKeys } from "@/components/ui-word-keys";
import { UiWordsProvider } from "@/components/ui-words";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";

const figtree = localFont({
  src: "../../node_modules/@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2",
  variable: "--font-figtree",
  weight: "300 900",
  display: "swap",
  adjustFontFallback: "Arial",
});

const figtreeExt = localFont({
  src: "../../node_modules/@fontsource-variable/figtree/files/figtree-latin-ext-wght-normal.woff2",
  variable: "--font-figtree-ext",
  weight: "300 900",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
    },
  ],
});

export const metadata: Metadata = {
  title: { default: "Archway", template: "%s · Archway" },
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, date: false, email: false, address: false },
  manifest: "/manifest.webmanifest",
  icons: {
    icon: [{ url: "/icons/archway.svg", type: "image/svg+xml" }],
    apple: [{ url: "/icons/archway-180.png", sizes: "180x180" }],
  },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf7" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1519" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Read first: every page needs this request's nonce, so none may be prerendered.
  await headers();
  const [language, words, kept] = await Promise.all([
    getLocale(),
    getTranslations("common.ui"),
    cookies(),
  ]);
  const theme = kept.get("theme")?.value;
  return (
    <html
      className={`${figtree.variable} ${figtreeExt.variable}`}
      data-theme={theme === "light" || theme === "dark" ? theme : undefined}
      lang={language}
    >
      <body className="font-sans">
        <UiWordsProvider words={pickWords(words, uiWordKeys)}>{children}</UiWordsProvider>
      </body>
    </html>
  );
}

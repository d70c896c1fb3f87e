import type { ReactNode } from "react";
import { AccentStyle } from "@/components/accent-style";
import { VisitorShell } from "@/components/shells/visitor-shell";
import { visitorFacts } from "../visitor-facts";

type VisitorFrameProps = { width?: "card" | "page"; children: ReactNode };

/** A page before login in the practice's name, colour and support contact (R12). */
export async function VisitorFrame({ width = "card", children }: VisitorFrameProps) {
  const { brand, support, query, accentColour } = await visitorFacts();
  return (
    <>
      <AccentStyle colour={accentColour} />
      <VisitorShell brand={brand} query={query} support={support} width={width}>
        {children}
      </VisitorShell>
    </>
  );
}

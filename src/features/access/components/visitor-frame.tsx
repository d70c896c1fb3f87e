import { headers } from "next/headers";
import type { ReactNode } from "react";
import { AccentStyle } from "@/components/accent-style";
import { VisitorShell } from "@/components/shells/visitor-shell";
import { visitorFacts } from "../visitor-facts";

type VisitorFrameProps = { width?: "card" | "page"; children: ReactNode };

/** A page before login in the practice's name, colour and support contact (R12). */
export async function VisitorFrame({ width = "card", children }: VisitorFrameProps) {
  const [{ brand, support, query, accent }, head] = await Promise.all([visitorFacts(), headers()]);
  return (
    <>
      {accent && <AccentStyle accent={accent} nonce={head.get("x-nonce") ?? undefined} />}
      <VisitorShell brand={brand} query={query} support={support} width={width}>
        {children}
      </VisitorShell>
    </>
  );
}

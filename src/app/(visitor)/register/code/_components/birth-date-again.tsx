"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { LINK_MARK } from "./link-mark";

type BirthDateAgainProps = { words: Record<"birthDateAgain" | "openLinkAgain", string> };

/** R7: back to the birth date, on the link this page was reached by. */
export function BirthDateAgain({ words }: BirthDateAgainProps) {
  const [token, setToken] = useState<string | null>(null);
  useEffect(() => {
    const { hash } = window.location;
    setToken(hash.startsWith(LINK_MARK) ? hash.slice(LINK_MARK.length) : null);
  }, []);
  if (token === null) return <p>{words.openLinkAgain}</p>;
  return (
    <Link
      className="link inline-flex min-h-11 items-center self-start"
      href={`/link/${token}`}
      prefetch={false}
    >
      {words.birthDateAgain}
    </Link>
  );
}

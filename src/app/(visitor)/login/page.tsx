import type { Metadata } from "next";
import { cookies } from "next/headers";
import Link from "next/link";
import { redirect } from "next/navigation";
import { cache } from "react";
import { Card, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { homeOf } from "@/features/access/actors";
import { proveWords } from "@/features/access/components/prove-words";
import { cookieName } from "@/features/access/cookies";
import { loginUnderWay } from "@/features/access/login/login-under-way";
import { nextPath } from "@/features/access/next-path";
import { pageVisit } from "@/features/access/page-visit";
import { visitorFacts } from "@/features/access/visitor-facts";
import type { PageSearch } from "@/lib/page-search";
import { pickWords } from "@/lib/pick-words";
import { getTranslations, type Translate } from "@/lib/translations";
import { LoginSteps } from "./_components/login-steps";
import { loginWordKeys } from "./_components/login-words";

export async function generateMetadata(): Promise<Metadata> {
  const [words, begun] = await Promise.all([getTranslations("visitor.login"), loginOfBrowser()]);
  if (begun?.step === "code") return { title: words(`code.titles.${begun.factor}`) };
  return { title: words(begun?.step === "locked" ? "locked.title" : "title") };
}

export default async function LoginPage({ searchParams }: { searchParams: PageSearch }) {
  const [search, words, facts] = await Promise.all([
    searchParams,
    getTranslations("visitor.login"),
    visitorFacts(),
  ]);
  const next = nextPath(search.next);
  if (facts.session) redirect(next ?? homeOf(facts.session.role));
  const [roles, factors, begun] = await Promise.all([
    getTranslations("visitor.roles"),
    getTranslations("factors"),
    loginOfBrowser(),
  ]);
  const notice = noticeOf(search, words);
  return (
    <Stack gap={6}>
      {notice && (
        <Notice live tone="info">
          {notice}
        </Notice>
      )}
      <Card>
        <LoginSteps
          // Another notice says why: that an older login ran out as well is of no use.
          begun={notice && begun?.step === "expired" ? null : begun}
          next={next}
          prove={proveWords(factors)}
          query={facts.query}
          roles={pickWords(roles, ["patient", "guardian", "orthodontist", "staff", "admin"])}
          support={facts.support}
          words={pickWords((key) => words.raw(key), loginWordKeys)}
        />
      </Card>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-1">
        <p className="flex flex-wrap items-center gap-x-2">
          {words("newHere")}
          <Link className="link inline-flex min-h-11 items-center" href={`/register${facts.query}`}>
            {words("register")}
          </Link>
        </p>
        <Link className="link inline-flex min-h-11 items-center" href={`/help${facts.query}`}>
          {words("help")}
        </Link>
      </div>
    </Stack>
  );
}

/** Looked up once per request, for the title and the page. */
const loginOfBrowser = cache(async () => {
  const [{ services, session }, jar] = await Promise.all([pageVisit(), cookies()]);
  const token = jar.get(cookieName(services.env, "challenge"))?.value ?? "";
  return session ? null : loginUnderWay(services, { cookies: new Map([["challenge", token]]) });
});

/** Why somebody stands here again: the idle limit, a log out, a reset. */
function noticeOf(search: Awaited<PageSearch>, words: Translate): string | null {
  if (search.idle === "30" || search.idle === "15")
    return words("idleOut", { minutes: search.idle });
  if (search.reset === "done") return words("resetDone");
  return search.out === "1" ? words("loggedOut") : null;
}

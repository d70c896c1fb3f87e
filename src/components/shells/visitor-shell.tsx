import { ChevronDown } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { getTranslations } from "@/lib/translations";
import { ArchOutline } from "../arch-outline";
import { PhoneLink } from "../phone-link";
import { type Brand, BrandLink } from "./brand";
import { Menu } from "./menu";
import { MenuLink } from "./menu-items";
import { SkipLink } from "./skip-link";

export type Support = { phone: string; email?: string | undefined; hours?: string | undefined };

type VisitorShellProps = {
  brand: Brand;
  support: Support | null;
  /** Carried along to login and help, such as `?practice=riverside`. */
  query?: string;
  /** `card`: one narrow column; `page`: the whole width. */
  width?: "card" | "page";
  children: ReactNode;
};

/** Everything somebody sees before logging in. */
export async function VisitorShell(props: VisitorShellProps) {
  const { brand, support, query = "", width = "card", children } = props;
  const words = await getTranslations("common.shell");
  return (
    <div className="relative isolate flex min-h-dvh flex-col overflow-clip">
      <SkipLink label={words("skip")} />
      <ArchOutline className="pointer-events-none absolute hidden lg:block -end-40 -top-28 -z-10 w-184 text-hairline" />
      <header className="mx-auto flex w-full max-w-6xl flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3 sm:px-6 sm:py-5">
        <div className="flex min-w-min flex-1 basis-0">
          <BrandLink brand={brand} />
        </div>
        <nav aria-label={words("siteNavigation")} className="ms-auto">
          <Menu
            summary={
              <>
                {words("myTreatment")}
                <ChevronDown aria-hidden="true" className="size-4" />
              </>
            }
            summaryClassName="flex min-h-11 items-center gap-1.5 whitespace-nowrap rounded-control border border-edge bg-surface px-4 font-semibold hover:border-ink"
          >
            <MenuLink href={`/login${query}`}>{words("login")}</MenuLink>
            <MenuLink href={`/register${query}`}>{words("register")}</MenuLink>
            <MenuLink href={`/help${query}`}>{words("help")}</MenuLink>
          </Menu>
        </nav>
      </header>
      <main
        className={`mx-auto flex w-full grow flex-col px-4 pt-6 pb-16 sm:px-6 sm:pt-10 ${
          width === "card" ? "max-w-lg" : "max-w-6xl"
        }`}
        id="content"
        tabIndex={-1}
      >
        {children}
      </main>
      <footer className="border-hairline border-t bg-sunken print:hidden">
        <div className="mx-auto flex w-full max-w-6xl flex-wrap gap-x-24 gap-y-6 px-4 py-8 text-dense sm:px-6">
          <div className="flex min-w-0 flex-col">
            <p className="font-semibold">{brand.name}</p>
            {support && (
              <>
                <PhoneLink label={words("contact")} phone={support.phone} />
                {support.email && (
                  <a
                    className="inline-flex min-h-11 items-center font-medium text-accent hover:underline"
                    href={`mailto:${support.email}`}
                  >
                    {support.email}
                  </a>
                )}
                {support.hours && <p className="text-muted">{support.hours}</p>}
              </>
            )}
          </div>
          <nav aria-labelledby="footer-treatment">
            <p className="font-semibold" id="footer-treatment">
              {words("myTreatment")}
            </p>
            <ul>
              <FooterLink href={`/login${query}`} label={words("login")} />
              <FooterLink href={`/forgot-password${query}`} label={words("forgotPassword")} />
              <FooterLink href={`/help${query}`} label={words("help")} />
            </ul>
          </nav>
        </div>
      </footer>
    </div>
  );
}

function FooterLink({ href, label }: { href: string; label: string }) {
  return (
    <li>
      <Link
        className="inline-flex min-h-11 items-center font-medium text-accent hover:underline"
        href={href}
      >
        {label}
      </Link>
    </li>
  );
}

import { CalendarDays, House, MessageCircle } from "lucide-react";
import type { ReactNode } from "react";
import { translationsIn } from "@/lib/translations";
import type { Language } from "@/lib/words";
import { ArchIcon } from "../arch-icon";
import { drawn } from "../drawn";
import { type Brand, BrandLink } from "./brand";
import { NavLink } from "./nav-link";
import { SkipLink } from "./skip-link";

type PatientShellProps = {
  brand: Brand;
  /** The number on the entry "Messages", in this look. */
  unread: (className?: string) => ReactNode;
  /** The `AccountMenu`. */
  account: ReactNode;
  /** For guardians: whose treatment this is, and the way to the others. */
  patientSwitch?: ReactNode;
  /** The end of every page. */
  footer?: ReactNode;
  language: Language;
  children: ReactNode;
};

const kept = ["patient"];

/** A patient's pages: entries under the thumb on phones, on top on wide screens. */
export function PatientShell(props: PatientShellProps) {
  const { brand, unread, account, patientSwitch, footer, language, children } = props;
  const words = translationsIn(language, "common.shell");
  const entries = [
    { href: "/", label: words("home"), Icon: House, exact: true },
    { href: "/treatment", label: words("treatment"), Icon: ArchIcon, exact: false },
    { href: "/appointments", label: words("visits"), Icon: CalendarDays, exact: false },
    {
      href: "/messages",
      label: words("messages"),
      Icon: MessageCircle,
      exact: false,
      badge: unread,
    },
  ];
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink label={words("skip")} />
      <header className="flex flex-wrap items-center gap-x-2 gap-y-1 border-hairline border-b bg-surface px-4 py-2 sm:px-6 print:hidden">
        <div className="flex min-w-0 grow basis-0">
          <BrandLink brand={brand} compact keep={kept} />
        </div>
        {patientSwitch && (
          <div className="order-last w-full sm:order-none sm:w-auto">{patientSwitch}</div>
        )}
        {account}
      </header>
      <nav
        aria-label={words("mainNavigation")}
        className={[
          "order-last sticky bottom-0 z-30 border-hairline border-t bg-surface pb-[env(safe-area-inset-bottom)] print:hidden",
          "[@media(max-height:26rem)]:static",
          "md:order-none md:static md:border-t-0 md:border-b md:pb-0",
        ].join(" ")}
        data-bottom-bar=""
      >
        <ul className="mx-auto grid max-w-160 grid-cols-4 px-1 md:px-4">
          {entries.map(({ href, label, Icon, exact, badge }) => {
            const way = { className: entryLook, exact, href, keep: kept };
            const icon = <Icon aria-hidden="true" className="size-6 md:size-5" />;
            return (
              <li key={href}>
                {badge === undefined ? (
                  <NavLink
                    {...way}
                    {...drawn(
                      <>
                        <span className="relative">{icon}</span>
                        <span>{label}</span>
                      </>,
                    )}
                  />
                ) : (
                  <NavLink {...way}>
                    <span className="relative">
                      <span className="contents" {...drawn(icon)} />
                      {badge("absolute -end-3.5 -top-1.5 md:hidden")}
                    </span>
                    <span>{label}</span>
                    <span className="hidden md:inline-flex">{badge()}</span>
                  </NavLink>
                )}
              </li>
            );
          })}
        </ul>
      </nav>
      <main
        className="mx-auto flex w-full max-w-160 grow flex-col gap-8 px-4 pt-4 pb-10 sm:pt-8"
        id="content"
        tabIndex={-1}
      >
        {children}
      </main>
      {footer}
    </div>
  );
}

const entryLook = [
  "relative flex min-h-14 flex-col items-center justify-center gap-0.5 rounded-control text-sm font-medium text-muted",
  "hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-accent",
  "after:absolute after:inset-x-5 after:top-0 after:h-0.75 after:rounded-b-chip aria-[current=page]:after:bg-accent",
  "md:min-h-12 md:flex-row md:gap-2 md:text-base md:after:top-auto md:after:bottom-0 md:after:rounded-t-chip md:after:rounded-b-none",
].join(" ");

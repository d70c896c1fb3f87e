import { Menu as MenuIcon } from "lucide-react";
import type { ReactNode } from "react";
import { getTranslations } from "@/lib/translations";
import { CountBadge } from "../badge";
import { AccountMenu } from "./account-menu";
import { type Brand, BrandLink } from "./brand";
import { Menu } from "./menu";
import { MenuLink } from "./menu-items";
import { NavLink } from "./nav-link";
import { SkipLink } from "./skip-link";

export type RailItem = {
  href: string;
  label: string;
  /** A Lucide icon with `className="size-5"`. */
  icon: ReactNode;
  /** Current on this very address only. */
  exact?: boolean;
  count?: number;
  /** What is counted. */
  countLabel?: string;
  /** A number that counts by itself, instead. */
  badge?: ReactNode;
};

type RailShellProps = {
  brand: Brand;
  /** "Orthodontist" or "Desk". */
  area: string;
  items: RailItem[];
  personName: string;
  settingsHref: string;
  /** Log out and whatever else belongs to the person; entries look by `menuItemLook`. */
  accountItems: ReactNode;
  /** Search, the command palette's button, shortcuts; on top of the rail, or in the bar below 1024 px. */
  tools?: ReactNode;
  children: ReactNode;
};

/** The practice's side: a rail from 1024 px, a bar with a menu below. */
export async function RailShell(props: RailShellProps) {
  const { brand, area, items, personName, settingsHref, accountItems, tools, children } = props;
  const [words, ui] = await Promise.all([
    getTranslations("common.shell"),
    getTranslations("common.ui"),
  ]);
  const links = (
    <ul className="flex flex-col gap-0.5">
      {items.map((item) => (
        <li key={item.href}>
          <NavLink className={entryLook} exact={item.exact ?? false} href={item.href}>
            {item.icon}
            <span className="grow">{item.label}</span>
            {item.badge ?? <CountBadge count={item.count ?? 0} label={item.countLabel ?? ""} />}
          </NavLink>
        </li>
      ))}
    </ul>
  );
  return (
    <div className="flex min-h-dvh flex-col text-dense lg:flex-row">
      <SkipLink label={words("skip")} />
      <header className={railLook}>
        <div className="flex min-w-0 grow flex-col lg:grow-0 lg:px-1">
          <BrandLink brand={brand} compact />
          <p className="hidden ps-11 text-muted text-sm lg:block">{area}</p>
        </div>
        {tools}
        <div className="lg:hidden">
          <Menu
            summary={
              <>
                <MenuIcon aria-hidden="true" className="size-5" />
                {ui("menu")}
              </>
            }
            summaryClassName="flex min-h-11 items-center gap-2 rounded-control px-3 font-semibold hover:bg-sunken"
          >
            <nav aria-label={words("mainNavigation")}>{links}</nav>
            <div className="mt-2 border-hairline border-t pt-2">
              <p className="truncate px-3 py-1 text-muted text-sm">{personName}</p>
              <MenuLink href={settingsHref}>{words("accountSettings")}</MenuLink>
              {accountItems}
            </div>
          </Menu>
        </div>
        <nav
          aria-label={words("mainNavigation")}
          className="hidden min-h-0 grow overflow-y-auto lg:block"
        >
          {links}
        </nav>
        <div className="hidden lg:block">
          <AccountMenu personName={personName} settingsHref={settingsHref} up>
            {accountItems}
          </AccountMenu>
        </div>
      </header>
      <main
        className="flex min-w-0 grow flex-col gap-6 px-4 py-6 lg:px-8 [&_h1]:text-2xl"
        id="content"
        tabIndex={-1}
      >
        {children}
      </main>
    </div>
  );
}

const railLook = [
  "flex items-center gap-3 border-hairline border-b bg-surface px-4 py-2 print:hidden",
  "lg:sticky lg:top-0 lg:h-dvh lg:w-56 lg:shrink-0 lg:flex-col lg:items-stretch lg:gap-5",
  "lg:border-e lg:border-b-0 lg:px-3 lg:py-4",
].join(" ");

const entryLook = [
  "flex min-h-11 items-center gap-3 rounded-control px-3 font-medium text-muted",
  "hover:bg-sunken hover:text-ink",
  "aria-[current=page]:bg-accent-soft aria-[current=page]:font-semibold aria-[current=page]:text-ink",
  "aria-[current=page]:[&_svg]:text-accent",
].join(" ");

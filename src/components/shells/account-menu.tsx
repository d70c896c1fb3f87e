import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { getTranslations } from "@/lib/translations";
import { Avatar } from "../avatar";
import { drawn } from "../drawn";
import { Menu } from "./menu";
import { MenuLink } from "./menu-items";

type AccountMenuProps = {
  personName: string;
  /** Address of the account settings. */
  settingsHref: string;
  /** Query parameters that go along, such as the patient a guardian looks at. */
  keep?: string[];
  /** Log out and whatever else belongs here; entries look by `menuItemLook`. */
  children?: ReactNode;
  up?: boolean;
};

/** The person's own corner: settings and the way out. */
export async function AccountMenu({
  personName,
  settingsHref,
  keep,
  children,
  up,
}: AccountMenuProps) {
  const words = await getTranslations("common.shell");
  return (
    <Menu
      summary={
        <span
          className="contents"
          {...drawn(
            <>
              <Avatar name={personName} size="small" />
              <span className="sr-only">{words("account")}: </span>
              <span className={up ? "truncate" : "truncate max-md:sr-only md:max-w-44"}>
                {personName}
              </span>
              <ChevronDown aria-hidden="true" className="size-4 shrink-0 text-muted" />
            </>,
          )}
        />
      }
      summaryClassName="flex min-h-11 min-w-0 items-center gap-2 rounded-control px-2 font-medium hover:bg-sunken"
      {...(up && { up })}
    >
      <p className="wrap-anywhere px-3 pt-1 pb-2 text-muted text-sm">{personName}</p>
      <MenuLink href={settingsHref} {...(keep && { keep })}>
        {words("accountSettings")}
      </MenuLink>
      {children}
    </Menu>
  );
}

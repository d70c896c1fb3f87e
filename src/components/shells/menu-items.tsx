import type { ComponentProps } from "react";
import { NavLink } from "./nav-link";

/** How an entry of a menu looks; for buttons and forms that are not links. */
export const menuItemLook =
  "flex min-h-11 w-full items-center gap-3 rounded-control px-3 text-start font-medium hover:bg-sunken";

type MenuLinkProps = Omit<ComponentProps<typeof NavLink>, "className" | "exact">;

/** An entry of a menu that leads somewhere. */
export function MenuLink(props: MenuLinkProps) {
  return <NavLink {...props} className={menuItemLook} />;
}

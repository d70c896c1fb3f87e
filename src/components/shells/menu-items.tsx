import Link from "next/link";
import type { ComponentProps } from "react";
import { classNames } from "@/lib/class-names";

/** How an entry of a menu looks; for buttons and forms that are not links. */
export const menuItemLook =
  "flex min-h-11 w-full items-center gap-3 rounded-control px-3 text-start font-medium hover:bg-sunken";

/** An entry of a menu that leads somewhere. */
export function MenuLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return <Link {...rest} className={classNames(menuItemLook, className)} />;
}

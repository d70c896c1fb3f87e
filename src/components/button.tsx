import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "@/lib/class-names";
import { Spinner } from "./spinner";

export type ButtonKind = "primary" | "secondary" | "quiet" | "danger";
type Looks = { kind?: ButtonKind; wide?: boolean; small?: boolean; icon?: ReactNode };

const kinds: Record<ButtonKind, string> = {
  primary:
    "border-transparent bg-accent text-on-accent hover:bg-[color-mix(in_oklab,var(--accent)_88%,var(--ink))]",
  secondary: "border-edge bg-surface text-ink hover:border-ink hover:bg-sunken",
  quiet: "border-transparent text-accent hover:bg-accent-soft",
  danger:
    "border-transparent bg-danger text-on-danger hover:bg-[color-mix(in_oklab,var(--danger)_88%,var(--ink))]",
};

function look({ kind = "primary", wide, small }: Looks, className?: string) {
  return classNames(
    "relative inline-flex select-none items-center justify-center gap-2 rounded-control border font-semibold",
    "transition-colors duration-150 active:translate-y-px",
    "disabled:cursor-not-allowed disabled:border-hairline disabled:bg-sunken disabled:text-muted",
    small ? "min-h-11 px-3.5 text-dense lg:min-h-9" : "min-h-12 px-5 text-base",
    wide && "w-full",
    kinds[kind],
    className,
  );
}

type ButtonProps = ComponentProps<"button"> & Looks & { pending?: boolean };

/** A button says what it does. While `pending` it keeps focus, shows it works and ignores presses. */
export function Button(props: ButtonProps) {
  const { kind, wide, small, icon, pending = false, className, children, onClick, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      className={look(
        { ...(kind && { kind }), ...(wide && { wide }), ...(small && { small }) },
        className,
      )}
      onClick={pending ? undefined : onClick}
    >
      {pending ? <Spinner /> : icon}
      <span>{children}</span>
    </button>
  );
}

type ButtonLinkProps = ComponentProps<typeof Link> & Looks;

/** A link that looks like a button, for going somewhere. */
export function ButtonLink(props: ButtonLinkProps) {
  const { kind, wide, small, icon, className, children, ...rest } = props;
  return (
    <Link
      {...rest}
      className={look(
        { ...(kind && { kind }), ...(wide && { wide }), ...(small && { small }) },
        className,
      )}
    >
      {icon}
      <span>{children}</span>
    </Link>
  );
}

import type { ReactNode } from "react";
import { classNames } from "@/lib/class-names";

export type Tone = "plain" | "accent" | "success" | "notice" | "danger";

const chips: Record<Tone, string> = {
  plain: "bg-sunken text-ink",
  accent: "bg-accent-soft text-ink",
  success: "bg-success-soft text-success",
  notice: "bg-notice-soft text-notice",
  danger: "bg-danger-soft text-danger",
};

const dots: Record<Tone, string> = {
  plain: "border-edge",
  accent: "border-accent bg-accent",
  success: "border-success bg-success",
  notice: "border-notice",
  danger: "border-danger bg-danger",
};

/** A state in a word or two. Filled or hollow, the dot differs by more than colour. */
export function StatusChip({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={classNames(
        "inline-flex w-fit items-center gap-1.5 rounded-chip border border-transparent px-2.5 py-0.5 font-medium text-sm",
        chips[tone],
      )}
    >
      <span aria-hidden="true" className={`size-2 shrink-0 rounded-chip border-2 ${dots[tone]}`} />
      {children}
    </span>
  );
}

type CountBadgeProps = { count: number; label: string; className?: string };

/** A count on an entry; nothing at zero. `label` is what is counted, for those who hear it. */
export function CountBadge({ count, label, className }: CountBadgeProps) {
  if (count <= 0) return null;
  const shown = count > 99 ? "99+" : count;
  return (
    <span
      className={classNames(
        "inline-grid h-5 min-w-5 place-items-center rounded-chip border border-transparent bg-accent px-1.5 font-semibold text-[0.75rem] text-on-accent leading-none",
        className,
      )}
    >
      <span aria-hidden="true">{shown}</span>
      <span className="sr-only">
        {shown} {label}
      </span>
    </span>
  );
}

import type { ReactNode } from "react";
import { ArchOutline } from "./arch-outline";

type EmptyStateProps = { title: ReactNode; children?: ReactNode; action?: ReactNode };

/** Says what will stand here and offers the next step. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-2 rounded-card border border-hairline border-dashed px-6 py-10 text-center">
      <ArchOutline className="mb-2 h-14 w-auto text-edge" />
      <p className="font-semibold text-lg">{title}</p>
      {children && <div className="max-w-prose text-muted">{children}</div>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}

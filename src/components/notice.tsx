import { CircleCheck, Info, OctagonAlert, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "@/lib/class-names";

export type NoticeTone = "info" | "success" | "notice" | "danger";

const tones = {
  info: { box: "bg-accent-soft", icon: "text-accent", Icon: Info },
  success: { box: "bg-success-soft", icon: "text-success", Icon: CircleCheck },
  notice: { box: "bg-notice-soft", icon: "text-notice", Icon: TriangleAlert },
  danger: { box: "bg-danger-soft", icon: "text-danger", Icon: OctagonAlert },
};

type NoticeProps = {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Set where it appears after something the person did, so that it is read out. */
  live?: boolean;
};

/** Something to know before going on. */
export function Notice({ tone = "info", title, children, action, live = false }: NoticeProps) {
  const { box, icon, Icon } = tones[tone];
  const role = live ? (tone === "danger" ? "alert" : "status") : undefined;
  return (
    <div
      className={classNames(
        "flex gap-3 rounded-control border border-transparent p-4",
        live && "animate-settle",
        box,
      )}
      role={role}
    >
      <Icon aria-hidden="true" className={`mt-0.5 size-5 shrink-0 ${icon}`} />
      <div className="flex min-w-0 grow flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <div className="flex min-w-0 flex-col gap-0.5">
          {title && <p className="font-semibold">{title}</p>}
          {children && <div>{children}</div>}
        </div>
        {action}
      </div>
    </div>
  );
}

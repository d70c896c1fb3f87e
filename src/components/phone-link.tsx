import { Phone } from "lucide-react";
import { classNames } from "@/lib/class-names";

type PhoneLinkProps = {
  /** E.164 or as people write it. */
  phone: string;
  /** Usually "Call the practice". */
  label: string;
  look?: "button" | "link";
  className?: string;
};

/** Rings the practice; the number stays readable for those at a desk. */
export function PhoneLink({ phone, label, look = "link", className }: PhoneLinkProps) {
  const button =
    "min-h-12 justify-center rounded-control border border-edge bg-surface px-5 font-semibold hover:border-ink hover:bg-sunken";
  return (
    <a
      className={classNames(
        "inline-flex min-h-11 items-center gap-2.5 py-1.5 leading-snug",
        look === "button" ? button : "font-medium text-accent hover:underline",
        className,
      )}
      href={`tel:${phone.replace(/[^\d+]/g, "")}`}
    >
      <Phone aria-hidden="true" className="size-4.5 shrink-0" />
      <span>
        {label} <span className="whitespace-nowrap font-normal text-muted">{phone}</span>
      </span>
    </a>
  );
}

import { ArchOutline } from "@/components/arch-outline";

/** A tray sliding onto the teeth; stands where a change was just marked. */
export function TrayInPlace() {
  return (
    <div aria-hidden="true" className="relative mx-auto w-28 shrink-0 overflow-clip pt-4 sm:mx-0">
      <ArchOutline className="w-full text-edge" />
      <svg
        aria-hidden="true"
        className="absolute inset-x-0 top-4 w-full translate-y-0 opacity-100 transition-[translate,opacity] delay-150 duration-240 ease-settle starting:-translate-y-6 starting:opacity-0"
        fill="none"
        viewBox="-108 -16 216 142"
      >
        <path
          className="stroke-accent opacity-70"
          d="M-90 106A90 108 0 0 1 90 106"
          strokeLinecap="round"
          strokeWidth="26"
        />
        <path
          className="stroke-on-accent opacity-50"
          d="M-84 74A84 100 0 0 1 -34 6"
          strokeLinecap="round"
          strokeWidth="3"
        />
      </svg>
    </div>
  );
}

/** The first stop of the keyboard: past the navigation. */
export function SkipLink({ label }: { label: string }) {
  return (
    <a
      className="sr-only rounded-control bg-ink font-semibold text-canvas focus:not-sr-only focus:fixed focus:inset-s-4 focus:top-4 focus:z-50 focus:px-4 focus:py-3"
      href="#content"
    >
      {label}
    </a>
  );
}

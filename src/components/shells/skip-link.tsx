/** The first stop of the keyboard: past the navigation. */
export function SkipLink({ label }: { label: string }) {
  return (
    <a
      className="fixed inset-s-4 -top-20 z-50 rounded-control bg-ink px-4 py-3 font-semibold text-canvas focus:top-4"
      href="#content"
    >
      {label}
    </a>
  );
}

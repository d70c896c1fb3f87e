/**
 * The bare arch as ornament, in the colour of the text around it. It lies in a file of its own: drawn into every page
 * (and into the not-found page that each carries) it would weigh more than the rest.
 */
export function ArchOutline({ className }: { className?: string }) {
  return (
    <svg aria-hidden="true" className={className} viewBox="-108 -16 216 142">
      <use href="/icons/arch-outline.svg#arch" />
    </svg>
  );
}

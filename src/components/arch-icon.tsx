/** The arch as an icon, drawn to stand beside Lucide's. */
export function ArchIcon({ className }: { className?: string; "aria-hidden"?: "true" }) {
  return (
    <svg
      aria-hidden="true"
      className={className}
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth="2"
      viewBox="0 0 24 24"
    >
      <path d="M3 20.5C2.4 10.5 5.6 3 12 3s9.6 7.5 9 17.5a.5.5 0 0 1-.5.5h-3.8a.5.5 0 0 1-.5-.5c.2-6-.9-11-4.2-11s-4.4 5-4.2 11a.5.5 0 0 1-.5.5H3.5a.5.5 0 0 1-.5-.5Z" />
      <path d="M12 3v6.5M5.2 8l3.4 3.2M18.8 8l-3.4 3.2" />
    </svg>
  );
}

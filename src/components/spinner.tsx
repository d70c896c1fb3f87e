/** A turning arch; decoration only, the words beside it say what goes on. */
export function Spinner() {
  return (
    <svg
      aria-hidden="true"
      className="size-4.5 shrink-0 animate-turn"
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeWidth="2.5"
      viewBox="0 0 20 20"
    >
      <path d="M3 10a7 7 0 0 1 14 0" />
      <path d="M3 10a7 7 0 0 0 14 0" opacity=".25" />
    </svg>
  );
}

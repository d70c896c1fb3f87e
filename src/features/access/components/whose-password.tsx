/** Nothing to see: tells a password manager whose password the field beside it is for. */
export function WhosePassword({ name }: { name: string }) {
  return (
    <input
      aria-hidden="true"
      autoComplete="username"
      className="sr-only"
      readOnly
      tabIndex={-1}
      value={name}
    />
  );
}

type TermsTextProps = { label: string; version: string; text: string };

/** The terms in a sheet of their own that scrolls; paragraphs are parted by blank lines, `#` or a number marks a heading. */
export function TermsText({ label, version, text }: TermsTextProps) {
  const blocks = text
    .trim()
    // A numbered line is the heading of what follows it.
    .replace(/^(\d+\. .+)$/gm, "# $1\n")
    .split(/\n\s*\n/)
    .map((block, index) => ({ id: `${index}`, block: block.trim() }));
  return (
    <section
      aria-label={label}
      className="max-h-96 overflow-y-auto rounded-control border border-hairline bg-sunken p-4"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
    >
      <p className="text-muted text-sm">{version}</p>
      {blocks.map(({ id, block }) =>
        block.startsWith("#") ? (
          <h2 className="mt-4 font-semibold" key={id}>
            {block.replace(/^#+\s*/, "")}
          </h2>
        ) : (
          <p className="mt-2 whitespace-pre-line" key={id}>
            {block}
          </p>
        ),
      )}
    </section>
  );
}

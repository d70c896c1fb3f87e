export interface DraftText {
  readonly subject: string;
  readonly body: string;
}

/**
 * Brings together what was written in two places at once (R38): `mine` as it stands, and below it each line of
 * `theirs` that is neither in it nor in `before`, which both began from. A second subject becomes a line too.
 */
export function mergeDrafts(mine: DraftText, theirs: DraftText, before: DraftText): DraftText {
  const subject = mine.subject.trim() === "" ? theirs.subject : mine.subject;
  const isOtherSubject = ![subject, before.subject, ""].includes(theirs.subject);
  const added = linesBeyond(theirs.body, [mine.body, before.body]);
  if (isOtherSubject && !linesOf(mine.body).has(theirs.subject.trim()))
    added.unshift(theirs.subject);
  if (added.length === 0) return { subject, body: mine.body };
  const own = mine.body.trimEnd();
  return { subject, body: [...(own === "" ? [] : [own]), ...added].join("\n") };
}

function linesBeyond(text: string, known: readonly string[]): string[] {
  const there = linesOf(known.join("\n"));
  return text.split("\n").filter((line) => line.trim() !== "" && !there.has(line.trim()));
}

function linesOf(text: string): Set<string> {
  return new Set(text.split("\n").map((line) => line.trim()));
}

"use client";

interface NextThread {
  readonly id: string;
  readonly href: string;
}

/** The thread to go on with as the inbox's list stands now: the one below, the one above, or the first; null: no other. */
export function nextThread(currentId: string): NextThread | null {
  const links = [...document.querySelectorAll<HTMLAnchorElement>("a[data-list-item]")];
  const lines = links.flatMap(({ href }) => {
    const { pathname, search, searchParams } = new URL(href);
    const id = searchParams.get("thread");
    return id === null ? [] : [{ id, href: `${pathname}${search}` }];
  });
  const at = lines.findIndex(({ id }) => id === currentId);
  return (at < 0 ? lines[0] : (lines[at + 1] ?? lines[at - 1])) ?? null;
}

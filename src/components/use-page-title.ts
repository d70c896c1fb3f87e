import { useEffect } from "react";

/** The document's title follows a step that has no address of its own; what stands behind the page's part stays. */
export function usePageTitle(title: string) {
  useEffect(() => {
    const [, ...rest] = document.title.split(" · ");
    document.title = [title, ...rest].join(" · ");
  }, [title]);
}

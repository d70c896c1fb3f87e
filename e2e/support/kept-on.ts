import type { Page } from "@playwright/test";

/** What the browser keeps of the portal: addresses of pages, and which databases there are. */
export function keptOn(page: Page): Promise<{ pages: string[]; databases: string[] }> {
  return page.evaluate(async () => {
    const pages: string[] = [];
    for (const name of await caches.keys())
      if (name.startsWith("archway-pages-"))
        for (const { url } of await (await caches.open(name)).keys())
          pages.push(url.slice(location.origin.length));
    const databases = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
    return { pages: pages.sort(), databases };
  });
}

/** A request that no person made: it does not put off the end of their session (S10). `"1"` or empty. */
export const unattendedHeader = "x-unattended";
/** The path of the page that is being asked for anew by itself; a router sends no headers of ours. */
export const unattendedCookie = "archway-unattended";

const ASKED_WITHIN_SECONDS = 5;

/** Makes the page anew because of news, not because of the person who looks at it, or no longer does. */
export function refreshUnattended(router: { refresh(): void }): void {
  const path = encodeURIComponent(window.location.pathname);
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API answers later than the router asks.
  document.cookie = `${unattendedCookie}=${path}; Path=/; SameSite=Lax; Max-Age=${ASKED_WITHIN_SECONDS}`;
  router.refresh();
}

/** Cookies carry the `__Host-` prefix unless APP_URL is http on localhost, which only the demo may have (S10). */
export function isSecureOrigin({ appUrl }: { readonly appUrl: string }): boolean {
  return appUrl.startsWith("https://");
}

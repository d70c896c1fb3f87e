/** The pages a patient's phone keeps: home, treatment, care and its articles. Never messages, account, or the practice's side. */
const keptPaths = /^\/(?:treatment|care(?:\/[a-z0-9-]{1,80})?)?$/;

/**
 * The name under which a page's copy is kept, or null for a page that never is. Only the patient whose page it is
 * belongs to the name: a guardian's children each have their own copies (R10).
 */
export function keptAddress(path: string, search: URLSearchParams): string | null {
  if (!keptPaths.test(path)) return null;
  const patient = search.get("patient");
  return patient === null ? path : `${path}?patient=${encodeURIComponent(patient)}`;
}

/** Whether a page's answer may become the copy: one with a search or a notice in its address is not the page itself. */
export function mayBeKept(path: string, search: URLSearchParams): boolean {
  return keptPaths.test(path) && [...search.keys()].every((name) => name === "patient");
}

/** What else to keep once a page of this patient was opened, so that it is there when the network is not. */
export function keptBeside(search: URLSearchParams): string[] {
  return ["/", "/treatment", "/care"].flatMap((path) => keptAddress(path, search) ?? []);
}

/** Which submissions may put another person into this browser: nothing of the one before stays. */
export function changesPerson(path: string): boolean {
  return /^\/api\/(?:auth\/callback|auth\/signout|login\/membership)/.test(path);
}

/** What an answer does to the copy of its page: it is replaced, gone (no longer theirs to see, R10), or stays. */
export function copyVerdict(status: number, isRedirected: boolean): "replace" | "remove" | "stay" {
  if (status === 200 && !isRedirected) return "replace";
  return isRedirected || (status >= 400 && status < 500 && status !== 429) ? "remove" : "stay";
}

/** Which answers end what is kept: the server has no session any more (R18). Null: it says nothing about it. */
export function endsSession(path: string, status: number): boolean {
  return status === 401 ? path.startsWith("/api/") : status === 200 && path === "/login";
}

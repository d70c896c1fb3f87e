/** Somebody at a lab's sign-in page, without a browser: their cookies, their typing, where they end. */
export interface LabVisitor {
  /** Opens an address and follows where it leads, until a page or an address that is not the lab's. */
  open(address: string): Promise<Stop>;
  /** Types into the form of the page and sends it. */
  type(page: Stop, userName: string, password: string): Promise<Stop>;
}

export interface Stop {
  readonly url: URL;
  readonly status: number;
  readonly html: string;
}

export function labVisitor(labOrigin: string): LabVisitor {
  const jar = new Map<string, string>();

  async function follow(address: string, init: RequestInit = {}): Promise<Stop> {
    const url = new URL(address);
    if (url.origin !== labOrigin) return { url, status: 0, html: "" };
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(url, {
      ...init,
      redirect: "manual",
      headers: { ...init.headers, cookie, accept: "text/html" },
    });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === "") jar.delete(name);
      else jar.set(name, value);
    }
    const location = answer.headers.get("location");
    if (location === null || answer.status < 300 || answer.status > 399)
      return { url, status: answer.status, html: await answer.text() };
    await answer.body?.cancel();
    return follow(new URL(location, url).href);
  }

  return {
    open: (address) => follow(address),
    type: ({ url, html }, userName, password) => {
      const action = /<form method="post" action="([^"]+)"/.exec(html)?.[1];
      if (action === undefined) throw new Error(`no form at ${url.href}: ${html}`);
      const body = new URLSearchParams({ userName, password });
      return follow(new URL(action, url).href, { method: "POST", body });
    },
  };
}

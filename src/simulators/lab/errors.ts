import type { HttpAnswer } from "../http/serve";

/** `because` names the lab's rule behind a refused credential. */
export function labError(
  status: number,
  code: string,
  message: string,
  because?: string,
): HttpAnswer {
  return { status, body: { error: { code, message, ...(because ? { because } : {}) } } };
}

export const notFound = () => labError(404, "not_found", "There is no such thing here.");

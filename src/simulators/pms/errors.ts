import type { HttpAnswer } from "../http/serve";

/** Errors as Dentally words them: a type, a message and, for refused values, the fields. */
export function pmsError(
  status: number,
  type: string,
  message: string,
  params?: Readonly<Record<string, string>>,
): HttpAnswer {
  return {
    status,
    body: { error: { type, message, ...(params === undefined ? {} : { params }) } },
  };
}

export const invalid = (params: Readonly<Record<string, string>>) =>
  pmsError(422, "invalid_request_error", "Some values were refused", params);

export const notFound = () => pmsError(404, "not_found_error", "Resource not found");

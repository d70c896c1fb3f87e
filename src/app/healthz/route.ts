/** The process answers (S21). */
export function GET(): Response {
  return Response.json({ status: "ok" });
}

import { accentSheet } from "@/features/practices/accent-sheet";

type Context = { params: Promise<{ file: string }> };

/** `/accent/0b6b66.css`: a practice's colour as a style sheet, which needs no nonce when pages change without a reload. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { file } = await params;
  const sheet = accentSheet(file);
  if (sheet === null) return new Response(null, { status: 404 });
  return new Response(sheet, {
    headers: {
      "content-type": "text/css; charset=utf-8",
      "cache-control": "public, max-age=86400",
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
    },
  });
}

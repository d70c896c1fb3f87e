import { receiveLabReport } from "@/features/cases/delivery/receive-lab-report";
import { otherMethods } from "@/server/route";

export async function POST(
  request: Request,
  { params }: { params: Promise<Record<string, string | string[] | undefined>> },
): Promise<Response> {
  return receiveLabReport(request, await params);
}

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

import { receiveSmsStatus } from "@/features/sms-usage/receive-sms-status";
import { otherMethods } from "@/server/route";

export function POST(request: Request): Promise<Response> {
  return receiveSmsStatus(request);
}

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

import { receiveSmsStatus } from "@/features/sms-usage/receive-sms-status";

export function POST(request: Request): Promise<Response> {
  return receiveSmsStatus(request);
}

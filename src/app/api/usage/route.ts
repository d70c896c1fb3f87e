import { clinic } from "@/features/access/route-gates";
import { readUsage } from "@/features/sms-usage/read-usage";
import { usageAnswer, usageQuery } from "@/features/sms-usage/schema";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "readTextUsage",
  summary: "What a month's texts come to, by day and purpose, with the budget and today's cap",
  method: "GET",
  path: "/api/usage",
  gate: clinic("staff", "admin"),
  query: usageQuery,
  answer: usageAnswer,
  refusals: {},
  run: readUsage,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

import { clinic } from "@/features/access/route-gates";
import { settingRefusals } from "@/features/settings/refusals";
import { changedAnswer } from "@/features/settings/schema";
import { changeTextsBudget } from "@/features/sms-usage/change-texts-budget";
import { textsBudgetRequest } from "@/features/sms-usage/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "changeTextsBudget",
  summary: "What the practice's texts may cost a month, in the currency's smallest unit",
  method: "POST",
  path: "/api/settings/texts",
  gate: clinic("admin"),
  body: textsBudgetRequest,
  answer: changedAnswer,
  refusals: settingRefusals,
  run: changeTextsBudget,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

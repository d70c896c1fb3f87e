import { clinic } from "@/features/access/route-gates";
import { changeArticle } from "@/features/care/edit/change-article";
import { changeArticleRefusals } from "@/features/care/edit/refusals";
import { changeArticleRequest, editParams } from "@/features/care/edit/schema";
import { changedAnswer } from "@/features/settings/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "changeCareArticle",
  summary: "Changes an article of the care guidance, or keeps it from patients",
  method: "POST",
  path: "/api/settings/care/{id}",
  gate: clinic("admin"),
  params: editParams,
  body: changeArticleRequest,
  answer: changedAnswer,
  refusals: changeArticleRefusals,
  run: changeArticle,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

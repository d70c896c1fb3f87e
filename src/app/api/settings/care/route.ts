import { clinic } from "@/features/access/route-gates";
import { addArticle } from "@/features/care/edit/add-article";
import { addArticleRefusals } from "@/features/care/edit/refusals";
import { addArticleRequest, articleAdded } from "@/features/care/edit/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "addCareArticle",
  summary: "A further article of the practice's care guidance",
  method: "POST",
  path: "/api/settings/care",
  status: 201,
  gate: clinic("admin"),
  body: addArticleRequest,
  answer: articleAdded,
  refusals: addArticleRefusals,
  run: addArticle,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

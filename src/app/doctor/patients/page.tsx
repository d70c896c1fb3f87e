import { redirect } from "next/navigation";

/** The list of patients is the orthodontist's first page. */
export default function Page() {
  redirect("/doctor?show=all");
}

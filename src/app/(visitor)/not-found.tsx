import { NotFoundMessage } from "../_components/not-found-message";

export default function VisitorNotFound() {
  return <NotFoundMessage within />;
}

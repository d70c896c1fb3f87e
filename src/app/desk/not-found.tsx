import { NotFoundMessage } from "../_components/not-found-message";

export default function DeskNotFound() {
  return <NotFoundMessage within />;
}

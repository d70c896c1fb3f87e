import { NotFoundMessage } from "./_components/not-found-message";
import { notFoundMetadata } from "./_components/not-found-metadata";

export const generateMetadata = notFoundMetadata;

export default function NotFound() {
  return <NotFoundMessage />;
}

import { NotFoundMessage } from "../_components/not-found-message";

export default function PatientNotFound() {
  return <NotFoundMessage within />;
}

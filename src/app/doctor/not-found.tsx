import { NotFoundMessage } from "../_components/not-found-message";

export default function DoctorNotFound() {
  return <NotFoundMessage within />;
}

export { default } from "../settings/loading";

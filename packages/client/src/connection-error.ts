export { toConnectionError } from "./errors/connection-error.ts";

export { EventReader } from "./stream/sse.ts";

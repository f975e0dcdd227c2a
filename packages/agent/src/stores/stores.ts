export { fileStore } from "./file-store.ts";
export { sqliteStore, type SqliteDatabase, type SqliteStore } from "./sqlite-store.ts";
export type { ListableSessionStore } from "./memory-store.ts";

export { fileStore } from "./file-store.ts";
export { sqliteStore, type SqliteDatabase, type SqliteStore } from "./sqlite-store.ts";
export type { SessionArchive } from "./memory-store.ts";

export * from "./schema/output-schema.ts";

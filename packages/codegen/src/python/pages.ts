import type { Operation } from "../model/model.ts";

/** A class of pages: a response model with the methods of a page. */
export interface PageClass {
  readonly name: string;
  readonly base: "SyncPage" | "AsyncPage";
  /** The schema of the response. */
  readonly model: string;
  /** The schema of an item. */
  readonly item: string;
}

/** The classes of pages of these operations, for `Patchbay` and for `AsyncPatchbay`. */
export function listPages(operations: readonly Operation[]): PageClass[] {
  const pages = new Map<string, PageClass>();
  for (const { id, pagination, success } of operations) {
    if (!pagination) continue;
    if (pagination.itemType.kind !== "reference") throw new Error(`The items of ${id} must have a named schema.`);
    const page = { model: success.schema, item: pagination.itemType.name };
    for (const base of ["SyncPage", "AsyncPage"] as const) {
      const name = `${base === "AsyncPage" ? "Async" : ""}${success.schema}Page`;
      pages.set(name, { name, base, ...page });
    }
  }
  return [...pages.values()];
}

// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
declare const unknown: unique symbol;

/**
 * The tag of a union member that this version does not know. A comparison with a known tag excludes such members, so that
 * `item.type === "message"` selects one type. To create one, write `"new_tag" as UnknownTag`; to read it, use it as a string.
 */
export type UnknownTag = `${string & { readonly [unknown]: true }}`;

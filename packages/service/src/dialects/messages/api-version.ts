import type { MessagesRequest } from "@patchbay/spec";
import { isDate } from "@patchbay/engine/data/date-time";
import { getOwn } from "@patchbay/engine/data/get-own";
import { HttpError } from "../../http/http-error.ts";
import type { HeaderReader } from "../../http/request.ts";
import { showValue } from "../../json/show-value.ts";
import { wrongValue } from "../../validation/read-value.ts";

/** The version that removed sampling parameters. A version is a date, so later ones sort after it. */
const withoutSampling = "2026-10-21";

const advice = `Remove it, or send \`anthropic-version: 2023-06-01\``;

/**
 * Throws 400 for what the version of the API no longer accepts. A request without `anthropic-version` has the first one,
 * since the API does not require the header.
 */
export function checkVersion(headers: HeaderReader, { messages, ...input }: MessagesRequest): void {
  const version = headers.get("anthropic-version") ?? "2023-06-01";
  if (!isDate(version))
    throw new HttpError(
      400,
      `anthropic-version: expected a date such as 2023-06-01 or ${withoutSampling}, got ${showValue(version, 60)}`,
      { metadata: { issues: [{ in: "header", pointer: "/anthropic-version", message: "expected a date" }] } },
    );
  if (version < withoutSampling) return;
  for (const name of ["temperature", "top_p", "top_k"] as const)
    if ((getOwn(input, name) ?? undefined) !== undefined)
      throw wrongValue(`/${name}`, `is not allowed with anthropic-version ${version}. ${advice}`);
  for (const [index, { role, content }] of messages.entries())
    for (const [place, block] of (typeof content === "string" ? [] : (content ?? [])).entries()) {
      const pointer = `/messages/${index}/content/${place}`;
      if (role === "assistant" && block.type === "document")
        throw wrongValue(
          `${pointer}/type`,
          `a document is not allowed in an assistant message with anthropic-version ${version}. ${advice}`,
        );
      if (role === "user" && block.type === "text" && block.citations)
        throw wrongValue(
          `${pointer}/citations`,
          `is not allowed in a user message with anthropic-version ${version}. ${advice}`,
        );
    }
}

import { operations, type OperationInfo } from "@patchbay/spec";
import { getOwn } from "@patchbay/engine/data/get-own";
import { explain } from "@patchbay/service/validation/explain";
import { HttpError } from "@patchbay/service/http/http-error";
import { createRouter } from "@patchbay/service/http/router";
import type { Recording } from "./recording.ts";
import { parseJsonOrText } from "@patchbay/service/json/parse-json";

/** A difference between a recorded response and the contract. */
export interface Drift {
  /** Index of the exchange. */
  readonly exchange: number;
  readonly operation: string;
  readonly status: number;
  /** Index of the event in a stream. */
  readonly event?: number;
  readonly pointer: string;
  readonly message: string;
}

type Document = Readonly<Record<string, unknown>>;
type Media = "application/json" | "text/event-stream";

/** Compares the responses of a recording with the contract. Fields that the contract does not have are not drift. */
export async function findDrift({ exchanges }: Recording): Promise<Drift[]> {
  const { default: loaded } = await import("../generated/contract/openapi.json", { with: { type: "json" } });
  const document = loaded as unknown as Document;
  const route = createRouter(Object.values<OperationInfo>(operations), "");
  return exchanges.flatMap(({ request, response }, exchange): Drift[] => {
    const { status, headers, pieces, end } = response;
    // An incomplete response says nothing about the contract.
    if (end !== undefined) return [];
    const text = pieces.map((piece) => piece.text).join("");
    const media: Media = headers["content-type"]?.startsWith("text/event-stream")
      ? "text/event-stream"
      : "application/json";
    const operation = operationOf(route, request.method, request.path.split("?")[0]!);
    if (!operation)
      return [
        {
          exchange,
          operation: "",
          status,
          pointer: "",
          message: `${request.method} ${request.path} is not in the contract`,
        },
      ];
    const place = { exchange, operation: operation.id, status };
    const schema = responseSchema(document, operation, status, media);
    if (!schema) return [{ ...place, pointer: "", message: `the contract does not document ${status} as ${media}` }];
    const values = media === "application/json" ? [text] : payloadsOf(text);
    return values.flatMap((value, event) =>
      explain(parseJsonOrText(value), schema, document, "body").map(({ pointer, message }) => ({
        ...place,
        ...(media === "text/event-stream" && { event }),
        pointer,
        message,
      })),
    );
  });
}

function operationOf(route: ReturnType<typeof createRouter>, method: string, path: string): OperationInfo | undefined {
  try {
    return route(method, path).operation;
  } catch (error) {
    if (error instanceof HttpError) return undefined;
    throw error;
  }
}

function responseSchema(
  document: Document,
  { path, method }: OperationInfo,
  status: number,
  media: Media,
): Document | undefined {
  const payload = media === "text/event-stream" ? ["properties", "data", "contentSchema"] : [];
  const place = ["paths", path, method.toLowerCase(), "responses", String(status), "content", media, "schema"];
  const keys = [...place, ...payload];
  return keys.reduce<unknown>(
    (at, key) => (typeof at === "object" && at !== null ? getOwn(at as Document, key) : undefined),
    document,
  ) as Document | undefined;
}

function payloadsOf(text: string): string[] {
  return text.split("\n").flatMap((line) => (line.startsWith("data: {") ? [line.slice(6)] : []));
}

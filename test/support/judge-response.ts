import { operations, type OperationId, type OperationInfo } from "@patchbay/spec";
import { judge } from "./judge.ts";

/** A response as it was received. */
export interface ReceivedResponse {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

/** Validates a whole response against the contract, each event of a stream as well as its end. Returns one line for each violation. */
export async function judgeResponse(
  id: OperationId,
  { status, contentType, text }: ReceivedResponse,
): Promise<string[]> {
  if (!contentType.startsWith("text/event-stream")) return judge(id, status, "application/json", JSON.parse(text));
  const { stream }: OperationInfo = operations[id];
  const events = text.split("\n\n").flatMap(readEvent);
  const payloads = events.flatMap(({ data }) => (data === "[DONE]" ? [] : [JSON.parse(data) as Loose]));
  const verdicts = await Promise.all(payloads.map((payload) => judge(id, status, "text/event-stream", payload)));
  const unnamed = stream?.typeField
    ? events.filter(({ name, data }) => data !== "[DONE]" && name !== (JSON.parse(data) as Loose)[stream.typeField!])
    : [];
  return [
    ...(isEnd(events.at(-1)?.data, stream) ? [] : [`${id}: the stream ends with ${events.at(-1)?.data}`]),
    ...unnamed.map(({ name, data }) => `${id}: the event ${name} has the data ${data}`),
    ...verdicts.flat(),
  ];
}

type Loose = Record<string, unknown>;

/** The name and the data of an event. A comment has none. */
function readEvent(text: string): { name: string | undefined; data: string }[] {
  const lines = text.split("\n");
  const data = lines.find((line) => line.startsWith("data: "))?.slice(6);
  const name = lines.find((line) => line.startsWith("event: "))?.slice(7);
  return data === undefined ? [] : [{ name, data }];
}

/** Whether a stream may end with an event: the end marker, a terminal event, or an error. */
function isEnd(data: string | undefined, stream: OperationInfo["stream"]): boolean {
  if (data === undefined || data === "[DONE]") return data === stream?.done;
  const event = JSON.parse(data) as Loose;
  const type = String(event[stream?.typeField ?? "type"]);
  if (stream?.typeField === undefined) return "error" in event;
  return (stream.terminalEvents ?? []).includes(type) || Object.hasOwn(stream.errorEvents ?? {}, type);
}

/** The operation of a path, for any method. */
export function operationOf(method: string, url: string): OperationId | undefined {
  const { pathname } = new URL(url, "http://localhost");
  const fits = ({ path }: OperationInfo): boolean =>
    new RegExp(`^/api/v1${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(pathname);
  const candidates = Object.values<OperationInfo>(operations)
    .filter(fits)
    .toSorted((a, b) => a.path.split("{").length - b.path.split("{").length);
  return (candidates.find((operation) => operation.method === method) ?? candidates[0])?.id;
}

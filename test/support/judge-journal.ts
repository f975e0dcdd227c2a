import { operations, type OperationId, type StreamInfo } from "@patchbay/spec";
import type { JournalEntry, MockServer } from "@patchbay/mock-server";
import { judge, judgeRequest } from "./judge.ts";

/**
 * Validates every response in the journal of a server, and every request that it accepted, with a validator that the server
 * does not use. For clients that need a port. Returns one line for each violation.
 */
export async function judgeJournal({ journal }: Pick<MockServer, "journal">): Promise<string[]> {
  return (await Promise.all(journal.entries().map(judgeEntry))).flat();
}

async function judgeEntry(entry: JournalEntry): Promise<string[]> {
  const { operation, status, body, faults } = entry;
  // A fault changes what is sent.
  if (operation === undefined || !(operation in operations) || faults.length > 0) return [];
  const id = operation as OperationId;
  const isRequest = status === 200 && operations[id].method === "POST" && body !== undefined;
  return [...(isRequest ? await judgeRequest(id, JSON.parse(body)) : []), ...(await judgeResponse(id, entry))];
}

async function judgeResponse(id: OperationId, { status, response, ended }: JournalEntry): Promise<string[]> {
  if (!Array.isArray(response)) return judge(id, status, "application/json", response);
  const { stream }: { readonly stream?: StreamInfo } = operations[id];
  const events = response.filter((event) => event !== stream?.done) as readonly StreamEvent[];
  const verdicts = await Promise.all(events.map((event) => judge(id, status, "text/event-stream", event)));
  // The client closed the connection.
  const isCut = ended?.complete === false;
  return [...(isCut ? [] : endOf(id, stream, response as readonly unknown[])), ...verdicts.flat()];
}

interface StreamEvent {
  readonly type?: string;
  readonly error?: unknown;
}

/** The violation of a stream that does not end as its operation documents. A mid-stream error is the last event, too. */
function endOf(id: OperationId, stream: StreamInfo | undefined, response: readonly unknown[]): string[] {
  const last = response.at(-1);
  const { type = "", error } = Object(last) as StreamEvent;
  const isEnd =
    stream?.done !== undefined ? last === stream.done || error !== undefined : stream?.terminalEvents?.includes(type);
  const isError = stream?.errorEvents !== undefined && type in stream.errorEvents;
  return isEnd || isError ? [] : [`${id}: the stream ends with ${JSON.stringify(last)}`];
}

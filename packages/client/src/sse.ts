/**
 * Splits a body of server-sent events into the payloads of its `data:` fields, by the rules of the HTML standard: a
 * byte order mark, all three line ends, comments and fields over several lines. A last event without its blank line
 * counts too. An abort ends the wait for more at once and is thrown as it is, whatever gave the body.
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  signal?: AbortSignal,
): AsyncGenerator<string, void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const parser = createParser();
  const leave = (): void => void reader.cancel(signal?.reason).catch(() => undefined);
  signal?.addEventListener("abort", leave, { once: true });
  try {
    while (true) {
      signal?.throwIfAborted();
      const { done, value } = await reader.read();
      signal?.throwIfAborted();
      yield* parser.push(done ? decoder.decode() : decoder.decode(value, { stream: true }));
      if (done) break;
    }
    yield* parser.end();
  } finally {
    signal?.removeEventListener("abort", leave);
    await reader.cancel().catch(() => undefined);
  }
}

interface Parser {
  /** Takes more text and gives the payloads that it completes. */
  push(text: string): string[];
  /** Gives the payload of an event that has no blank line after it. */
  end(): string[];
}

function createParser(): Parser {
  let rest = "";
  let data: string[] = [];
  let afterReturn = false;

  const dispatch = (into: string[]): void => {
    if (data.length > 0) into.push(data.join("\n"));
    data = [];
  };
  const line = (text: string, into: string[]): void => {
    if (text === "") return dispatch(into);
    if (text.startsWith("data:")) data.push(text.startsWith("data: ") ? text.slice(6) : text.slice(5));
    else if (text === "data") data.push("");
  };

  return {
    push(text) {
      // The line feed of a CR LF pair whose halves came apart ends no second line.
      const fresh = afterReturn && text.startsWith("\n") ? text.slice(1) : text;
      if (text !== "") afterReturn = text.endsWith("\r");
      const lines = (rest + fresh).split(/\r\n|\n|\r/);
      rest = lines.pop()!;
      const payloads: string[] = [];
      for (const text of lines) line(text, payloads);
      return payloads;
    },
    end() {
      const payloads: string[] = [];
      if (rest !== "") line(rest, payloads);
      dispatch(payloads);
      return payloads;
    },
  };
}

import type { ComponentChildren, JSX } from "preact";
import type { AttemptView, RequestView } from "../../src/admin/views.ts";
import { useLive } from "../data/live.ts";
import { formatCount, formatDateTime, formatMs, formatReason } from "../data/format.ts";
import { Money, Status, toneOf, Waiting } from "../parts/basics.tsx";
import { Dialog } from "../parts/dialog.tsx";

/** One request: its attempts on a time line, its tokens and its cost. */
export function RequestDrawer({ id, onClose }: { readonly id: string; readonly onClose: () => void }): JSX.Element {
  const { view, error } = useLive<RequestView>(`/requests/${encodeURIComponent(id)}`, 60_000);
  const data = view.value;
  return (
    <Dialog kind="drawer" title={data ? <Title data={data} /> : "Request"} onClose={onClose}>
      {data === undefined ? <Waiting error={error.value} /> : <Detail data={data} />}
    </Dialog>
  );
}

function Title({ data }: { readonly data: RequestView }): JSX.Element {
  return (
    <>
      <Status status={data.status} /> {data.model === "" ? "Refused request" : data.model}
    </>
  );
}

function Detail({ data }: { readonly data: RequestView }): JSX.Element {
  return (
    <>
      <p class="muted id">
        <code>{data.id}</code>
      </p>
      <Timeline data={data} />
      <Cost data={data} />
      <Facts data={data} />
      {data.content && (
        <section>
          <Text title="Request" text={data.content.request} />
          <Text title="Reasoning" text={data.content.reasoning} />
          <Text title="Completion" text={data.content.completion} />
        </section>
      )}
    </>
  );
}

function Timeline({ data }: { readonly data: RequestView }): JSX.Element {
  const { attempts, firstTokenMs, durationMs, reason, error } = data;
  const scale = Math.max(1, durationMs, ...attempts.map((attempt) => attempt.startMs + attempt.durationMs));
  const failed = attempts.filter(({ status }) => toneOf(status) !== "good").length;
  return (
    <section>
      <h3>
        {attempts.length === 0 ? "No attempt" : attempts.length === 1 ? "1 attempt" : `${attempts.length} attempts`}
        {failed > 0 && <span class="muted">, {failed} failed</span>}
      </h3>
      {attempts.length === 0 && reason !== null && (
        <p class="muted">The gateway refused the request before it called a provider: {formatReason(reason)}.</p>
      )}
      {error !== null && <p class="reason">{error}</p>}
      <ol class="timeline">
        {attempts.map((attempt, index) => (
          <Attempt
            key={index}
            attempt={attempt}
            scale={scale}
            firstTokenMs={index === attempts.length - 1 ? firstTokenMs : null}
          />
        ))}
      </ol>
      {attempts.length > 0 && <Scale scale={scale} />}
      {firstTokenMs !== null && (
        <p class="muted key">
          <span class="first-token" aria-hidden="true" /> First token after {formatMs(firstTokenMs)}
        </p>
      )}
    </section>
  );
}

interface AttemptProps {
  readonly attempt: AttemptView;
  /** Milliseconds of the whole width. */
  readonly scale: number;
  readonly firstTokenMs: number | null;
}

function Attempt({ attempt, scale, firstTokenMs }: AttemptProps): JSX.Element {
  const { provider, endpoint, status, startMs, durationMs, message } = attempt;
  const percent = (ms: number): string => `${(ms / scale) * 100}%`;
  return (
    <li>
      <div class="attempt-head">
        <b title={endpoint}>{provider}</b>
        <Status status={status} />
        <span class="number">{formatMs(durationMs)}</span>
      </div>
      <div class="lane" aria-hidden="true">
        <span class={`bar ${toneOf(status)}`} style={{ left: percent(startMs), width: percent(durationMs) }} />
        {firstTokenMs !== null && <span class="first-token" style={{ left: percent(firstTokenMs) }} />}
      </div>
      {message !== null && <p class="reason">{message}</p>}
    </li>
  );
}

/** Marks of the time line, at round times. */
function Scale({ scale }: { readonly scale: number }): JSX.Element {
  const power = 10 ** Math.floor(Math.log10(scale / 3));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => scale / size <= 5) ?? scale;
  const marks = Array.from({ length: Math.floor(scale / step) + 1 }, (_, index) => index * step);
  return (
    <div class="scale" aria-hidden="true">
      {marks.map((ms) => (
        <span key={ms} style={{ left: `${(ms / scale) * 100}%` }}>
          {ms === 0 ? "0" : ms >= 1000 ? `${Number((ms / 1000).toFixed(2))} s` : `${ms} ms`}
        </span>
      ))}
    </div>
  );
}

function Cost({ data }: { readonly data: RequestView }): JSX.Element {
  const drift = data.reportedCost !== null && Number(data.reportedCost) !== Number(data.listPrice);
  return (
    <section>
      <h3>Cost</h3>
      <dl class="facts cost">
        <Fact label="Charged">
          <Money usd={data.cost} />
          {data.isEstimated && <span class="tag">estimated</span>}
          {data.isByok && <span class="tag">BYOK</span>}
        </Fact>
        {data.listPrice !== data.cost && (
          <Fact label="List price">
            <Money usd={data.listPrice} />
          </Fact>
        )}
        {data.reportedCost !== null && (
          <Fact label="Provider reports">
            <Money usd={data.reportedCost} />
            {drift && <span class="tag warn">differs</span>}
          </Fact>
        )}
        <Fact label="Prompt tokens">
          {formatCount(data.promptTokens)}
          {data.cachedTokens > 0 && (
            <span class="muted"> of which {formatCount(data.cachedTokens)} from the cache</span>
          )}
        </Fact>
        <Fact label="Completion tokens">
          {formatCount(data.completionTokens)}
          {data.reasoningTokens > 0 && (
            <span class="muted"> of which {formatCount(data.reasoningTokens)} for reasoning</span>
          )}
        </Fact>
      </dl>
    </section>
  );
}

function Facts({ data }: { readonly data: RequestView }): JSX.Element {
  const seconds = (data.durationMs - (data.firstTokenMs ?? 0)) / 1000;
  const speed = data.firstTokenMs === null || seconds <= 0 ? null : data.completionTokens / seconds;
  return (
    <section>
      <h3>Request</h3>
      <dl class="facts">
        <Fact label="Time">{formatDateTime(data.at)}</Fact>
        <Fact label="Duration">{formatMs(data.durationMs)}</Fact>
        {speed !== null && <Fact label="Throughput">{Math.round(speed)} tokens/s</Fact>}
        <Fact label="Endpoint">{data.endpoint === "" ? "–" : data.endpoint}</Fact>
        <Fact label="Key">{data.keyName}</Fact>
        <Fact label="Account">{data.account}</Fact>
        <Fact label="Response">
          {data.isStreamed === true ? "streamed" : "whole"}
          {data.isCanceled && ", canceled by the client"}
          {data.finishReason !== null && `, finish reason ${data.finishReason}`}
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Text({ title, text }: { readonly title: string; readonly text: string | null }): JSX.Element | null {
  if (text === null || text === "") return null;
  return (
    <>
      <h3>{title}</h3>
      <pre tabIndex={0}>{text}</pre>
    </>
  );
}

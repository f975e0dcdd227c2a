import type { JSX } from "preact";
import type { RequestRow } from "../../src/admin/views.ts";
import { formatDateTime, formatMs, formatReason, formatTokens } from "../data/format.ts";
import { linkTo, route } from "../data/route.ts";
import { Money, Status } from "./basics.tsx";

export interface RequestTableProps {
  readonly rows: readonly RequestRow[];
  readonly label: string;
  /** Id of the request that is open. */
  readonly open?: string;
}

/** Requests, the newest first. Each row links to its request. */
export function RequestTable({ rows, label, open = "" }: RequestTableProps): JSX.Element {
  return (
    <div class="scroll" role="region" aria-label={label} tabIndex={0}>
      <table class="requests">
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Status</th>
            <th scope="col">Model</th>
            <th scope="col" class="wide">
              Provider
            </th>
            <th scope="col" class="wide">
              Key
            </th>
            <th scope="col" class="number wide">
              Tokens
            </th>
            <th scope="col" class="number wide">
              First token
            </th>
            <th scope="col" class="number wide">
              Duration
            </th>
            <th scope="col" class="number">
              Cost
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} isOpen={row.id === open} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, isOpen }: { readonly row: RequestRow; readonly isOpen: boolean }): JSX.Element {
  const { page, query } = route.value;
  const filters = page === "requests" ? Object.fromEntries(query) : {};
  return (
    <tr class={isOpen ? "open" : undefined} data-id={row.id}>
      <td class="time">
        <a
          class="row-link"
          href={linkTo("requests", row.id, filters)}
          aria-label={`Request of ${formatDateTime(row.at)}`}
        >
          {formatDateTime(row.at)}
        </a>
      </td>
      <td>
        <Status status={row.status} />
      </td>
      <td class="name" title={row.model}>
        {row.model === "" ? "–" : row.model}
      </td>
      <td class="wide">
        {row.provider === "" && row.reason === null ? "–" : row.provider}
        {row.reason !== null && <span class="tag">{formatReason(row.reason)}</span>}
        {row.attempts > 1 && <span class="tag">{row.attempts} attempts</span>}
        {row.isByok && <span class="tag">BYOK</span>}
      </td>
      <td class="name wide" title={row.keyName}>
        {row.keyName}
      </td>
      <td class="number wide">
        {formatTokens(row.promptTokens)} <span class="muted">→</span> {formatTokens(row.completionTokens)}
      </td>
      <td class="number wide">{formatMs(row.firstTokenMs)}</td>
      <td class="number wide">{formatMs(row.durationMs)}</td>
      <td class="number">
        <Money usd={row.cost} />
      </td>
    </tr>
  );
}

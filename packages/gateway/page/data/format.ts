// How numbers look, everywhere on the dashboard.

const decimals = 9;

/**
 * An exact amount with all nine decimals, so that a column is aligned at its decimal points and its rows visibly sum to the
 * total. `main` are the digits that matter for its size, `rest` the others.
 */
export function splitUsd(usd: string): { readonly main: string; readonly rest: string } {
  const negative = usd.startsWith("-");
  const [whole = "0", fraction = ""] = usd.replace("-", "").split(".");
  const digits = fraction.padEnd(decimals, "0");
  const shown = mainDigits(whole, digits);
  const sign = negative ? "−" : "";
  return { main: `${sign}$${group(whole)}.${digits.slice(0, shown)}`, rest: digits.slice(shown) };
}

function mainDigits(whole: string, digits: string): number {
  if (whole !== "0") return 2;
  const first = digits.search(/[1-9]/);
  return first === -1 ? 2 : Math.min(decimals, Math.max(4, first + 3));
}

/** Separates thousands. */
const group = (whole: string): string => whole.replaceAll(/\B(?=(\d{3})+$)/g, ",");

/** An amount rounded to cents, or to three significant digits below one dollar. */
export function formatUsd(usd: string | number): string {
  const amount = Number(usd);
  const size = Math.abs(amount);
  const sign = amount < 0 ? "−" : "";
  if (size === 0 || size >= 1)
    return `${sign}$${size.toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
  const places = Math.min(decimals, Math.max(2, 2 - Math.floor(Math.log10(size))));
  return `${sign}$${size.toFixed(places)}`;
}

/** A price without needless zeros, but with cents: `$0.25`, `$3.00`, `$0.0375`. */
export function formatPrice(usd: string): string {
  const [whole = "0", fraction = ""] = usd.split(".");
  return `$${group(whole)}.${fraction.padEnd(2, "0")}`;
}

export const formatCount = (count: number): string => Math.round(count).toLocaleString("en");

/** Tokens: `812`, `14.2k`, `3.41M`. */
export function formatTokens(tokens: number): string {
  if (tokens < 10_000) return formatCount(tokens);
  if (tokens < 1_000_000) return `${(tokens / 1000).toFixed(tokens < 100_000 ? 1 : 0)}k`;
  return `${(tokens / 1_000_000).toFixed(tokens < 10_000_000 ? 2 : 1)}M`;
}

/** Context lengths, which are powers of two or round: `128k`, `1.05M`. */
export function formatContext(tokens: number | null): string {
  return tokens === null ? "–" : formatTokens(tokens).replace(/\.0+(?=[kM])/, "");
}

/** Milliseconds with a suitable unit. */
export function formatMs(ms: number | null): string {
  if (ms === null) return "–";
  if (ms < 10) return `${ms.toFixed(ms < 1 ? 2 : 1)} ms`;
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}

/** A share of 1 in percent. */
export function formatShare(share: number | null, digits = 1): string {
  return share === null ? "–" : `${(share * 100).toFixed(share === 1 || share === 0 ? 0 : digits)} %`;
}

/** The change since the period before, such as `+12 %`; `undefined` if there was nothing before. */
export function formatChange(now: string, before: string): string | undefined {
  const base = Number(before);
  if (base === 0) return undefined;
  const share = (Number(now) - base) / base;
  if (Math.abs(share) < 0.005) return "±0 %";
  const percent = Math.abs(share * 100);
  return `${share > 0 ? "+" : "−"}${percent >= 1000 ? ">999" : percent.toFixed(0)} %`;
}

const two = (part: number): string => String(part).padStart(2, "0");

/** Local time of day. */
function formatTime(at: number): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** Local date, such as `Nov 26`. */
export function formatDate(at: number): string {
  const date = new Date(at);
  const isThisYear = date.getFullYear() === new Date().getFullYear();
  return date.toLocaleDateString("en", { month: "short", day: "numeric", ...(!isThisYear && { year: "numeric" }) });
}

/** Date and time, the date left out for today. */
export function formatDateTime(at: number): string {
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  return isToday ? formatTime(at) : `${formatDate(at)}, ${formatTime(at)}`;
}

/** The time until a moment, such as `in 3 h`. */
export function formatUntil(at: number): string {
  const seconds = Math.max(0, Math.ceil((at - Date.now()) / 1000));
  if (seconds < 90) return `in ${seconds} s`;
  if (seconds < 5400) return `in ${Math.round(seconds / 60)} min`;
  if (seconds < 172_800) return `in ${Math.round(seconds / 3600)} h`;
  return `in ${Math.round(seconds / 86_400)} days`;
}

/** The time since a moment, such as `3 min ago`. */
export function formatAgo(at: number): string {
  const seconds = Math.max(0, Math.floor((Date.now() - at) / 1000));
  if (seconds < 5) return "now";
  if (seconds < 90) return `${seconds} s ago`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min ago`;
  if (seconds < 172_800) return `${Math.round(seconds / 3600)} h ago`;
  return `${Math.round(seconds / 86_400)} days ago`;
}

/** Why a request failed, in words: `requests per minute`. */
export function formatReason(reason: string): string {
  return reason.replaceAll("_", " ");
}

import type { CaseSummary, EvalResult, Comparison, EvalOutcome } from "./comparison.ts";
import { toColumns, toFootline } from "./columns.ts";
import { formatAmount } from "./text.ts";

/**
 * Formats a comparison as a standalone HTML page: the metrics of the models, and their outputs next to each other. The
 * page has no scripts and loads nothing.
 *
 * @example
 * ```ts
 * await writeFile("comparison.html", toHtml(await compareModels(models, cases, { client })));
 * ```
 */
export function toHtml(comparison: Comparison): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Comparison of models</title>
<style>${style}</style>
</head>
<body>
<h1>Comparison of models</h1>
<p>${escape(toFootline(comparison))}</p>
<div class="scroll">${numbers(comparison)}</div>
<h2>Answers</h2>
<div class="scroll">${answers(comparison)}</div>
</body>
</html>
`;
}

function numbers(comparison: Comparison): string {
  const columns = toColumns(comparison);
  const rows = comparison.models.map(
    ({ name }, row) =>
      `<tr><th scope="row">${escape(name)}</th>${columns.map(({ cells }) => `<td>${escape(cells[row]!)}</td>`).join("")}</tr>`,
  );
  const heads = columns.map(({ head }) => `<th scope="col">${escape(head)}</th>`).join("");
  return `<table class="numbers">
<thead><tr><th scope="col">model</th>${heads}</tr></thead>
<tbody>${rows.join("\n")}</tbody>
</table>`;
}

function answers({ models, cases, results: cells }: Comparison): string {
  const heads = models.map(({ name }) => `<th scope="col">${escape(name)}</th>`).join("");
  const byCase = Map.groupBy(cells, (cell) => cell.case);
  const rows = cases.map((asked, place) => {
    const own = byCase.get(place) ?? [];
    const said = models.map(({ name }) =>
      own
        .filter(({ model }) => model === name)
        .map(article)
        .join(""),
    );
    return `<tr><th scope="row">${question(asked)}</th>${said.map((all) => `<td>${all}</td>`).join("")}</tr>`;
  });
  return `<table class="answers">
<thead><tr><th scope="col">case</th>${heads}</tr></thead>
<tbody>${rows.join("\n")}</tbody>
</table>`;
}

function question({ name, input, expected: expect }: CaseSummary): string {
  return [
    `<div dir="auto">${escape(name)}</div>`,
    name === input ? "" : `<div class="text soft" dir="auto">${escape(input)}</div>`,
    expect === undefined ? "" : `<div class="soft" dir="auto">expected: ${escape(expect)}</div>`,
  ].join("");
}

/** Outcomes are shown by words and signs, not by color alone. */
const signs = {
  passed: "✓ passed",
  failed: "✗ failed",
  error: "! error",
  scorer_error: "? scorer error",
  unscored: "unscored",
} satisfies Record<EvalOutcome, string>;

function article({ outcome, score = 0, text, reason, error, durationMs: ms, cost }: EvalResult): string {
  const grade = score === 0 || score === 1 ? "" : ` ${score.toFixed(2)}`;
  return `<article>
<div><b class="${outcome}">${signs[outcome]}${grade}</b> <span class="soft">${Math.round(ms)} ms · ${cost === undefined ? "cost unknown" : `${formatAmount(cost)} USD`}</span></div>
<div class="text" dir="auto">${escape(text)}</div>
${[error, reason].map((why) => (why === undefined ? "" : `<div class="soft" dir="auto">${escape(why)}</div>`)).join("")}
</article>`;
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => escapes[character]!);
}

const style = `
:root { color-scheme: light dark; --line: light-dark(#ddd, #3a3a3a); --soft: light-dark(#666, #a0a0a0); --page: light-dark(#fff, #181818);
  --good: light-dark(#1d7a43, #5fcf8d); --bad: light-dark(#b32d2d, #ff8a8a); --wait: light-dark(#8a5a00, #e6b450); }
body { margin: 24px; font: 14px/1.5 system-ui, sans-serif; background: var(--page); }
h1 { font-size: 20px; } h2 { font-size: 16px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { padding: 6px 12px; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
.numbers td, .numbers thead th:not(:first-child) { text-align: right; font-variant-numeric: tabular-nums; }
.answers td { min-width: 18rem; max-width: 36rem; }
.answers tbody th { min-width: 12rem; max-width: 20rem; position: sticky; left: 0; background: var(--page); }
.text { white-space: pre-wrap; overflow-wrap: anywhere; max-height: 24rem; overflow-y: auto; }
.soft { color: var(--soft); font-weight: normal; font-size: 13px; overflow-wrap: anywhere; }
article + article { margin-top: 12px; padding-top: 12px; border-top: 1px dashed var(--line); }
.passed { color: var(--good); } .failed, .error { color: var(--bad); } .scorer_error { color: var(--wait); }
`;

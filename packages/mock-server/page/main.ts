// The page at `/_patchbay/`: polls the server for changes, and shows them.
import { baseURL, getRows, getSessions, reset, sessionName } from "./api.ts";
import { closeDetail, followAddress, openRequest, refreshDetail } from "./detail.ts";
import { copy, find, make, setOptions } from "./dom.ts";
import { labels, onFilter } from "./filters.ts";
import { clearRows, filterRows, firstOpen, onOpen, showRows } from "./requests.ts";
import { showProviders, showSpending } from "./side.ts";

const interval = 400;
const status = find("count");
/** Number of the newest request. A lower count from the server means that it was reset. */
let last = 0;
let total = 0;

async function refreshRows(): Promise<void> {
  let after = firstOpen(last);
  for (;;) {
    const { count, rows, labels: known, next } = await getRows(after);
    if (count < last) return clearPage();
    total = count;
    for (const [hash, label] of Object.entries(known)) labels.set(hash, label);
    if (rows.length > 0) showRows(rows);
    last = Math.max(last, rows.at(-1)?.id ?? 0);
    showCount();
    if (next === undefined) return;
    after = next;
  }
}

function showCount(): void {
  const { visible, all } = filterRows();
  find("empty").hidden = total > 0;
  find("none").hidden = total === 0 || visible > 0;
  const requests = `${total.toLocaleString("en")} ${total === 1 ? "request" : "requests"}`;
  const text = visible < all ? `${visible.toLocaleString("en")} shown of ${requests}` : requests;
  showStatus(total === 0 ? "No requests yet" : text, false);
}

function showStatus(text: string, isDisconnected: boolean): void {
  if (status.textContent !== text) status.textContent = text;
  status.classList.toggle("disconnected", isDisconnected);
}

function clearPage(): void {
  last = 0;
  total = 0;
  clearRows();
  closeDetail();
  showCount();
}

async function showSessions(): Promise<void> {
  const { sessions } = await getSessions().catch(() => ({ sessions: [] }));
  find("session-choice").hidden = sessions.length === 0 && sessionName === "";
  const names = new Set([...sessions.map(({ name }) => name), ...(sessionName === "" ? [] : [sessionName])]);
  const choice = find<HTMLSelectElement>("session");
  if (document.activeElement === choice) return;
  setOptions(choice, [["", "none (the server)"], ...[...names].toSorted().map((name) => [name, name] as const)]);
  choice.value = sessionName;
}

function showCommand(): void {
  const body = JSON.stringify({ model: "openai/gpt-5-mini", messages: [{ role: "user", content: "Hello!" }] });
  const command = [
    `curl ${baseURL}/chat/completions`,
    "-H 'authorization: Bearer sk-or-v1-test'",
    "-H 'content-type: application/json'",
    `-d '${body}'`,
  ].join(" \\\n  ");
  find("curl").textContent = command;
  const button = find<HTMLButtonElement>("copy-curl");
  button.addEventListener("click", () => void copy(button, "Copy", command));
}

let turn = 0;

async function refresh(): Promise<void> {
  try {
    await refreshRows();
    await refreshDetail();
    if (turn++ % 3 === 0) await Promise.all([showSpending(), showProviders(), showSessions()]);
  } catch {
    showStatus("The server does not respond. Trying again…", true);
  }
  setTimeout(() => void refresh(), document.hidden ? 5 * interval : interval);
}

onFilter(showCount);
onOpen(openRequest);
showCommand();
find<HTMLSelectElement>("session").addEventListener("change", ({ target }) => {
  const name = target instanceof HTMLSelectElement ? target.value : "";
  location.href = name === "" ? "/_patchbay/" : `/s/${name}/_patchbay/`;
});
find("reset").addEventListener("click", () => void reset().then(clearPage));
if (sessionName !== "") find("count").before(make("span", { class: "muted" }, `session ${sessionName}`));
await refresh();
await followAddress();

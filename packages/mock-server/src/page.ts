/** The page at `/_patchbay/`: requests as they come, attempts as a waterfall, spending, and switches to break providers. */
export const page: string = /* HTML */ `<!doctype html>
  <html lang="en">
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Patchbay</title>
    <style>
      :root {
        color-scheme: light dark;
        --line: light-dark(#ddd, #333);
        --soft: light-dark(#666, #999);
        --good: #2e9e5b;
        --bad: #d24545;
        --wait: #c78a1b;
      }
      * {
        box-sizing: border-box;
      }
      body {
        margin: 0;
        font:
          14px/1.45 system-ui,
          sans-serif;
        display: grid;
        grid-template-columns: minmax(0, 1fr) 320px;
        min-height: 100vh;
      }
      header {
        grid-column: 1 / -1;
        padding: 12px 20px;
        border-bottom: 1px solid var(--line);
        display: flex;
        gap: 16px;
        align-items: baseline;
      }
      h1 {
        font-size: 17px;
        margin: 0;
      }
      h2 {
        font-size: 13px;
        margin: 18px 0 6px;
        color: var(--soft);
        font-weight: 600;
      }
      main {
        padding: 8px 20px;
        overflow: auto;
      }
      aside {
        padding: 0 20px 20px;
        border-left: 1px solid var(--line);
        overflow: auto;
      }
      button,
      select {
        font: inherit;
      }
      .request {
        border-bottom: 1px solid var(--line);
        padding: 8px 0;
      }
      .head {
        display: flex;
        gap: 10px;
        align-items: baseline;
      }
      .head b {
        font-weight: 600;
      }
      .soft {
        color: var(--soft);
      }
      .said {
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .attempt {
        display: grid;
        grid-template-columns: 130px 1fr 96px;
        gap: 8px;
        align-items: center;
        font-size: 12px;
      }
      .bar {
        height: 9px;
        border-radius: 2px;
        min-width: 3px;
      }
      .track {
        display: flex;
      }
      .good {
        background: var(--good);
      }
      .bad {
        background: var(--bad);
      }
      .limited {
        background: var(--wait);
      }
      .badge {
        color: #fff;
        border-radius: 3px;
        padding: 0 5px;
        font-size: 12px;
      }
      .row {
        display: flex;
        justify-content: space-between;
        gap: 8px;
        padding: 2px 0;
      }
      .dot {
        display: inline-block;
        width: 8px;
        height: 8px;
        border-radius: 50%;
        margin-right: 6px;
      }
      @media (max-width: 760px) {
        body {
          grid-template-columns: 1fr;
        }
        aside {
          border: 0;
        }
      }
    </style>
    <header>
      <h1>Patchbay</h1>
      <span id="count" class="soft">no request yet</span>
      <span style="flex: 1"></span>
      <button id="reset">Begin anew</button>
    </header>
    <main id="requests" aria-live="polite"></main>
    <aside>
      <h2>Spent by model</h2>
      <div id="model"></div>
      <h2>Spent by provider</h2>
      <div id="provider"></div>
      <h2>Spent by key</h2>
      <div id="key"></div>
      <h2>Providers</h2>
      <div id="providers"></div>
    </aside>
    <script type="module">
      const base = location.pathname.replace(/[^/]*$/, "");
      const find = (id) => document.getElementById(id);
      const call = async (path, body) =>
        (await fetch(base + path, body === undefined ? {} : { method: "POST", body: JSON.stringify(body) })).json();
      const make = (tag, className, text) =>
        Object.assign(document.createElement(tag), { className, textContent: text ?? "" });
      const states = ["up", "degraded", "down", "rate-limited", "slow", "broken-tools"];
      const usd = (amount) => "$" + amount.toFixed(9).replace(/0{1,6}$/, "");
      const tone = (status) => (status === 429 ? "limited" : status >= 200 && status < 400 ? "good" : "bad");
      const seen = new Map();
      let last = 0;

      function saidIn(input) {
        const messages = input.messages ?? [];
        const content = messages.at(-1)?.content ?? input.input ?? input.query ?? "";
        return typeof content === "string" ? content : JSON.stringify(content);
      }

      function show(entry) {
        const box = make("div", "request");
        box.dataset.id = entry.id;
        const head = make("div", "head");
        head.append(
          make("span", "badge " + tone(entry.status), entry.status || "broken"),
          make("b", "", entry.operation ?? entry.path),
        );
        head.append(
          make(
            "span",
            "soft",
            [entry.input.model, entry.input.stream ? "stream" : "", entry.rule].filter(Boolean).join(" · "),
          ),
        );
        head.append(make("span", "", ""), make("span", "soft", entry.cost ? usd(entry.cost) : ""));
        box.append(head, make("div", "said soft", saidIn(entry.input)));
        const total = entry.attempts.reduce((sum, { latency }) => sum + latency, 0) || 1;
        let before = 0;
        for (const { provider, status, latency } of entry.attempts) {
          const row = make("div", "attempt");
          const track = make("div", "track");
          const bar = make("div", "bar " + tone(status));
          bar.style.marginLeft = (before / total) * 100 + "%";
          bar.style.width = (latency / total) * 100 + "%";
          before += latency;
          track.append(bar);
          row.append(make("span", "", provider), track, make("span", "soft", status + ", " + latency + " ms"));
          box.append(row);
        }
        for (const { rule, differences } of entry.misses)
          box.append(
            make(
              "div",
              "soft",
              "missed " +
                rule +
                ": " +
                differences
                  .map(({ field, expected, received }) => field + " expected " + expected + ", got " + received)
                  .join("; "),
            ),
          );
        return box;
      }

      async function requests() {
        // The newest may still be streaming, so they are asked for again.
        const { count, entries } = await call("journal?after=" + Math.max(last - 20, 0));
        if (count < last) {
          seen.clear();
          last = 0;
          find("requests").replaceChildren();
          return;
        }
        find("count").textContent = count === 0 ? "no request yet" : count + (count === 1 ? " request" : " requests");
        for (const entry of entries) {
          const text = JSON.stringify(entry);
          if (seen.get(entry.id) === text) continue;
          seen.set(entry.id, text);
          const old = find("requests").querySelector('[data-id="' + entry.id + '"]');
          if (old) old.replaceWith(show(entry));
          else find("requests").prepend(show(entry));
          last = Math.max(last, entry.id);
        }
        while (find("requests").children.length > 200) find("requests").lastChild.remove();
      }

      async function providers() {
        const all = await call("providers");
        const box = find("providers");
        if (box.contains(document.activeElement)) return;
        box.replaceChildren(
          ...Object.entries(all).map(([slug, state]) => {
            const row = make("label", "row");
            const name = make("span", "");
            name.append(
              make(
                "span",
                "dot " + (state === "up" ? "good" : state === "rate-limited" || state === "slow" ? "limited" : "bad"),
              ),
              slug,
            );
            const choice = make("select", "");
            choice.name = slug;
            choice.append(...states.map((one) => new Option(one, one, one === state, one === state)));
            choice.onchange = async () => {
              await call("providers", { [slug]: choice.value });
              choice.blur();
              await providers();
            };
            row.append(name, choice);
            return row;
          }),
        );
      }

      async function spending() {
        const all = await call("spending");
        for (const by of ["model", "provider", "key"])
          find(by).replaceChildren(
            ...Object.entries(all[by]).map(([name, amount]) => {
              const row = make("div", "row");
              row.append(make("span", "", name), make("span", "soft", usd(amount)));
              return row;
            }),
          );
      }

      find("reset").onclick = () => call("reset", {});
      async function refresh() {
        try {
          await Promise.all([requests(), providers(), spending()]);
        } catch {
          find("count").textContent = "the server does not answer";
        }
        setTimeout(refresh, 400);
      }
      refresh();
    </script>
  </html> `;

import { html, type Html } from "./html.ts";
import type { LoginRequest } from "./login-request.ts";

/** The values that the person has entered. */
export interface ConsentForm {
  readonly key: string;
  readonly label: string;
  readonly limit: string;
  readonly interval: string;
}

const intervals = { "": "Never", daily: "Every day", weekly: "Every week", monthly: "Every month" } as const;

/** The page that asks a person to approve a login. */
export function consentPage(
  { callback, challenge }: LoginRequest,
  form: ConsentForm,
  { strictKeys, problem }: { readonly strictKeys: boolean; readonly problem?: string | undefined },
): string {
  const name = callback?.host ?? "An application";
  return documentOf(
    `Authorize ${name}`,
    html`<h1><strong>${name}</strong> requests access</h1>
      <p>The application gets an API key of its own. Requests with this key spend the credits of your account.</p>
      ${problem === undefined ? undefined : html`<p class="problem" role="alert">${problem}</p>`}
      <form method="post">
        <label for="key">Your API key</label>
        <input
          id="key"
          name="key"
          type="${strictKeys ? "password" : "text"}"
          value="${strictKeys ? "" : form.key}"
          required
          autocomplete="off"
          spellcheck="false"
          aria-describedby="key-hint"
        />
        <p id="key-hint" class="hint">
          ${
            strictKeys
              ? "The server accepts configured and created keys only. The new key belongs to the account of this key."
              : "It selects the account: sk-or-v1-NAME is the account NAME."
          }
        </p>
        <label for="key_label">Name of the new key</label>
        <input id="key_label" name="key_label" value="${form.label}" maxlength="100" autocomplete="off" />
        <div class="pair">
          <div>
            <label for="limit">Credit limit in USD</label>
            <input
              id="limit"
              name="limit"
              type="number"
              min="0"
              step="any"
              value="${form.limit}"
              placeholder="No limit"
            />
          </div>
          <div>
            <label for="usage_limit_type">Limit resets</label>
            <select id="usage_limit_type" name="usage_limit_type">
              ${Object.entries(intervals).map(([value, text]) =>
                value === form.interval
                  ? html`<option value="${value}" selected>${text}</option>`
                  : html`<option value="${value}">${text}</option>`,
              )}
            </select>
          </div>
        </div>
        <div class="buttons">
          <button name="decision" value="approve" class="main">Approve</button>
          <button name="decision" value="deny" formnovalidate>Deny</button>
        </div>
      </form>
      <dl>
        <dt>Callback</dt>
        <dd>${callback?.href ?? "None. The next page shows a code to paste into the application."}</dd>
        <dt>Proof</dt>
        <dd>${challenge === undefined ? "None. Anyone who sees the code can use it." : "PKCE code challenge"}</dd>
      </dl>`,
  );
}

/** The page that shows a code, for applications without a callback. */
export function codePage(code: string): string {
  return documentOf(
    "Authorization code",
    html`<h1>Access approved</h1>
      <p>Paste this code into the application. It works once, for ten minutes.</p>
      <p><code id="code">${code}</code></p>`,
  );
}

/** A page with one message. */
export function messagePage(title: string, message: string): string {
  return documentOf(
    title,
    html`<h1>${title}</h1>
      <p>${message}</p>`,
  );
}

function documentOf(title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – Patchbay</title>
        <style>
          ${{ html: style }}
        </style>
      </head>
      <body>
        <main>
          ${body}
          <footer>Patchbay reference server. No real account is involved.</footer>
        </main>
      </body>
    </html>`.html;
}

const style = /* CSS */ `
:root { color-scheme: light dark; --line: light-dark(#d5d8dd, #3a3f47); --soft: light-dark(#5b626d, #a0a7b2); --main: light-dark(#1f5fd0, #7aa7ff); }
* { box-sizing: border-box; }
body { margin: 0; padding: 24px 16px; font: 15px/1.5 system-ui, sans-serif; background: light-dark(#f4f5f7, #14161a); }
main { max-width: 460px; margin: 0 auto; padding: 24px; border: 1px solid var(--line); border-radius: 10px; background: light-dark(#fff, #1c1f24); overflow-wrap: anywhere; }
h1 { margin: 0 0 8px; font-size: 20px; font-weight: 500; }
label { display: block; margin: 14px 0 4px; font-weight: 600; }
input, select, button { width: 100%; height: 41px; padding: 8px 10px; font: inherit; border: 1px solid var(--line); border-radius: 6px; background: light-dark(#fff, #14161a); color: inherit; }
button { cursor: pointer; }
button.main { background: var(--main); border-color: var(--main); color: light-dark(#fff, #0b1220); font-weight: 600; }
:focus-visible { outline: 2px solid var(--main); outline-offset: 2px; }
.pair, .buttons { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; align-items: end; }
.buttons { margin-top: 20px; }
.hint, dl, footer { margin: 4px 0 0; font-size: 13px; color: var(--soft); }
.problem { padding: 8px 10px; border-left: 3px solid #d24545; background: light-dark(#fdeeee, #3a2226); }
dl { margin-top: 20px; display: grid; grid-template-columns: auto 1fr; gap: 2px 12px; }
dd { margin: 0; }
code { display: block; padding: 10px; border: 1px dashed var(--line); border-radius: 6px; user-select: all; }
footer { margin-top: 20px; border-top: 1px solid var(--line); padding-top: 10px; }
`;

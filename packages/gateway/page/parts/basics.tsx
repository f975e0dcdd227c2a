import { useSignal } from "@preact/signals";
import type { ComponentChildren, JSX } from "preact";
import { formatChange, splitUsd } from "../data/format.ts";

/** An exact amount: the digits that matter, and the others in gray. */
export function Money({ usd }: { readonly usd: string }): JSX.Element {
  const { main, rest } = splitUsd(usd);
  return (
    <span class={Number(usd) === 0 ? "money zero" : "money"}>
      {main}
      <span class="fine">{rest}</span>
    </span>
  );
}

/** The change of a cost since the period before. More is neither good nor bad, so that it has no color. */
export function Change({ now, before }: { readonly now: string; readonly before: string }): JSX.Element {
  const text = formatChange(now, before);
  if (text === undefined) return <span class="muted">{Number(now) === 0 ? "–" : "new"}</span>;
  return <span class="change">{text}</span>;
}

export type Tone = "good" | "warn" | "bad" | "off";

/** A state as a dot and a word. */
export function Pill({ tone, children }: { readonly tone: Tone; readonly children: ComponentChildren }): JSX.Element {
  return (
    <span class={`pill ${tone}`}>
      <span class="dot" aria-hidden="true" />
      {children}
    </span>
  );
}

/** The status of HTTP. */
export function Status({ status }: { readonly status: number }): JSX.Element {
  return <span class={`status ${toneOf(status)}`}>{status === 0 ? "broken" : status}</span>;
}

export function toneOf(status: number): Tone {
  if (status === 429) return "warn";
  return status >= 200 && status < 400 ? "good" : "bad";
}

export interface CardProps {
  readonly title?: ComponentChildren;
  /** At the right of the title. */
  readonly actions?: ComponentChildren;
  readonly class?: string;
  readonly children: ComponentChildren;
}

export function Card({ title, actions, class: name = "", children }: CardProps): JSX.Element {
  return (
    <section class={`card ${name}`}>
      {title !== undefined && (
        <header>
          <h2>{title}</h2>
          {actions}
        </header>
      )}
      {children}
    </section>
  );
}

/** A command with a button that copies it. */
export function Command({ text, label = "Copy" }: { readonly text: string; readonly label?: string }): JSX.Element {
  const state = useSignal(label);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      state.value = "Copied";
    } catch {
      state.value = "Select and copy it";
    }
    setTimeout(() => (state.value = label), 2000);
  };
  return (
    <div class="command">
      <pre tabIndex={0}>{text}</pre>
      <button type="button" onClick={() => void copy()}>
        <span aria-live="polite">{state.value}</span>
      </button>
    </div>
  );
}

/** Why there is nothing to see, and what to do next. */
export function Empty({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <div class="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** A message that replaces a page until its data arrives. */
export function Waiting({ error }: { readonly error: string | undefined }): JSX.Element {
  if (error === undefined) return <p class="waiting">Loading…</p>;
  return (
    <p class="waiting bad" role="alert">
      {error}
    </p>
  );
}

export interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: Readonly<Record<Value, string>>;
  readonly onChange: (value: Value) => void;
}

/** A few options side by side, of which one is chosen. */
export function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>): JSX.Element {
  return (
    <div class="choice" role="group" aria-label={label}>
      {Object.entries<string>(options).map(([option, text]) => (
        <button key={option} type="button" aria-pressed={option === value} onClick={() => onChange(option as Value)}>
          {text}
        </button>
      ))}
    </div>
  );
}

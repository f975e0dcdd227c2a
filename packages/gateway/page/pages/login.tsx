import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { logIn, messageOf } from "../data/api.ts";
import { Problem } from "../parts/dialog.tsx";
import { Logo } from "../parts/icons.tsx";

/** Asks for the admin key. */
export function Login(): JSX.Element {
  const key = useSignal("");
  const error = useSignal<string | undefined>(undefined);
  const isBusy = useSignal(false);
  const submit = async (): Promise<void> => {
    isBusy.value = true;
    error.value = undefined;
    try {
      await logIn(key.value);
    } catch (reason) {
      error.value = messageOf(reason);
    }
    isBusy.value = false;
  };
  return (
    <main class="login">
      <form
        class="card"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <h1>
          <Logo /> Patchbay gateway
        </h1>
        <label>
          Admin key
          <input
            type="password"
            name="key"
            autocomplete="current-password"
            required
            autofocus
            value={key.value}
            onInput={({ currentTarget }) => (key.value = currentTarget.value)}
          />
        </label>
        <Problem text={error.value} />
        <button type="submit" class="primary" disabled={isBusy.value}>
          Log in
        </button>
        <p class="muted">
          The value of <code>PATCHBAY_ADMIN_KEY</code>, or the key that the gateway printed at its first start.
        </p>
      </form>
    </main>
  );
}

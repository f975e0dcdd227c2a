import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { CreatedKeyView, KeysView, KeyView } from "../../src/admin/views.ts";
import { useLive } from "../data/live.ts";
import { Card, Command, Empty, Waiting } from "../parts/basics.tsx";
import { KeyCard } from "./key-card.tsx";
import { KeyActionDialog, type KeyAction } from "./key-actions.tsx";
import { KeyForm } from "./key-form.tsx";
import { SecretDialog } from "./secret-dialog.tsx";

/** The API keys with their budgets. */
export function KeysPage(): JSX.Element {
  const { view, error, refresh } = useLive<KeysView>("/keys", 5000);
  /** The key in the form: `new`, or one that is changed. */
  const form = useSignal<KeyView | "new" | undefined>(undefined);
  const action = useSignal<{ readonly key: KeyView; readonly action: KeyAction } | undefined>(undefined);
  const created = useSignal<CreatedKeyView | undefined>(undefined);
  const onCreated = (next: CreatedKeyView): void => {
    created.value = next;
    refresh();
  };
  const keys = view.value?.keys;
  return (
    <>
      <header class="page">
        <h1>Keys</h1>
        <button type="button" class="primary" onClick={() => (form.value = "new")}>
          Create key
        </button>
      </header>
      {keys === undefined ? (
        <Waiting error={error.value} />
      ) : keys.length === 0 ? (
        <NoKeys />
      ) : (
        <Card class="flush">
          <ul class="keys">
            {keys.map((key) => (
              <KeyCard
                key={key.hash}
                item={key}
                onEdit={() => (form.value = key)}
                onAction={(next) => (action.value = { key, action: next })}
              />
            ))}
          </ul>
        </Card>
      )}
      {form.value && (
        <KeyForm
          item={form.value === "new" ? undefined : form.value}
          onCreated={onCreated}
          onChanged={refresh}
          onClose={() => (form.value = undefined)}
        />
      )}
      {action.value && (
        <KeyActionDialog
          item={action.value.key}
          action={action.value.action}
          onCreated={onCreated}
          onDone={refresh}
          onClose={() => (action.value = undefined)}
        />
      )}
      {created.value && !form.value && !action.value && (
        <SecretDialog created={created.value} onClose={() => (created.value = undefined)} />
      )}
    </>
  );
}

function NoKeys(): JSX.Element {
  return (
    <Empty title="No keys yet">
      <p>Create the first key here, or on the gateway's machine:</p>
      <Command text="patchbay-gateway keys create --name first --limit 5" />
    </Empty>
  );
}

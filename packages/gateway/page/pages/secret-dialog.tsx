import type { JSX } from "preact";
import type { CreatedKeyView, ModelsView } from "../../src/admin/views.ts";
import { session } from "../data/api.ts";
import { curlExample } from "../data/examples.ts";
import { useLive } from "../data/live.ts";
import { Command } from "../parts/basics.tsx";
import { Dialog } from "../parts/dialog.tsx";

export interface SecretProps {
  readonly created: CreatedKeyView;
  readonly onClose: () => void;
}

/** The secret of a new key. It is in no other response of the gateway. */
export function SecretDialog({ created, onClose }: SecretProps): JSX.Element {
  const { view } = useLive<ModelsView>("/models", 60_000);
  const baseURL = session.value && session.value !== "none" ? session.value.baseURL : "";
  return (
    <Dialog title={`The secret of ${created.key.name}`} onClose={onClose}>
      <p>
        <b>Copy it now.</b> The gateway keeps a fingerprint only and cannot show it again.
      </p>
      <div class="secret">
        <Command text={created.secret} label="Copy the secret" />
      </div>
      <p>Try it:</p>
      <Command text={curlExample(baseURL, view.value?.models[0]?.id ?? "openai/gpt-5-mini", created.secret)} />
      <footer>
        <button type="button" class="primary" onClick={onClose}>
          Done
        </button>
      </footer>
    </Dialog>
  );
}

import type { JSX } from "preact";
import type { CreatedKeyView, KeyView } from "../../src/admin/views.ts";
import { change } from "../data/api.ts";
import { Confirm } from "../parts/dialog.tsx";

interface Action {
  readonly title: string;
  readonly verb: string;
  readonly isDangerous: boolean;
  readonly text: string;
}

const actions = {
  disable: {
    title: "Disable the key?",
    verb: "Disable",
    isDangerous: true,
    text: "Requests with this key are refused until you enable it again. Running requests end normally.",
  },
  enable: {
    title: "Enable the key?",
    verb: "Enable",
    isDangerous: false,
    text: "Requests with this key are accepted again.",
  },
  rotate: {
    title: "Rotate the key?",
    verb: "Rotate",
    isDangerous: false,
    text: "You get a new secret with the same budgets and limits. The old secret works for another 24 hours.",
  },
  revoke: {
    title: "Revoke the key?",
    verb: "Revoke",
    isDangerous: true,
    text: "The key is deleted, and requests with it are refused at once. This cannot be undone. Its past spending stays in the records.",
  },
} as const satisfies Record<string, Action>;

export type KeyAction = keyof typeof actions;

export interface KeyActionProps {
  readonly item: KeyView;
  readonly action: KeyAction;
  readonly onCreated: (created: CreatedKeyView) => void;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Asks before a key is disabled, enabled, rotated or revoked, and does it. */
export function KeyActionDialog({ item, action, onCreated, onDone, onClose }: KeyActionProps): JSX.Element {
  const { title, verb, isDangerous, text } = actions[action];
  const path = `/keys/${encodeURIComponent(item.hash)}`;
  const run = {
    disable: () => change("PATCH", path, { disabled: true }),
    enable: () => change("PATCH", path, { disabled: false }),
    rotate: async () => onCreated(await change<CreatedKeyView>("POST", `${path}/rotate`, {})),
    revoke: () => change("DELETE", path),
  } satisfies Record<KeyAction, () => Promise<unknown>>;
  const confirm = async (): Promise<void> => {
    await run[action]();
    onDone();
  };
  return (
    <Confirm title={title} action={verb} isDangerous={isDangerous} onConfirm={confirm} onClose={onClose}>
      <p>
        <b>{item.name}</b> <code>{item.label}</code>
      </p>
      <p>{text}</p>
    </Confirm>
  );
}

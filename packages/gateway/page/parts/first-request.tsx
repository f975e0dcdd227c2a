import type { JSX } from "preact";
import type { ModelsView } from "../../src/admin/views.ts";
import { session } from "../data/api.ts";
import { curlExample } from "../data/examples.ts";
import { useLive } from "../data/live.ts";
import { linkTo } from "../data/route.ts";
import { Command, Empty } from "./basics.tsx";

/** What to do before the first request. */
export function FirstRequest(): JSX.Element {
  const { view } = useLive<ModelsView>("/models", 10_000);
  const models = view.value?.models ?? [];
  const baseURL = session.value && session.value !== "none" ? session.value.baseURL : "";
  const model = models.find(({ endpoints }) => endpoints.some(({ enabled }) => enabled))?.id ?? "openai/gpt-5-mini";
  return (
    <Empty title="No requests yet">
      {view.value?.models.length === 0 ? (
        <>
          <p>The configuration has no models. Add a provider and a model to the file, then check it:</p>
          <Command text="patchbay-gateway check gateway.yaml" />
        </>
      ) : (
        <>
          <p>
            <a href={linkTo("keys")}>Create a key</a>, then send the first request from a terminal. It appears here at
            once, with its cost.
          </p>
          <Command text={`export PATCHBAY_KEY=sk-or-v1-…\n${curlExample(baseURL, model)}`} />
        </>
      )}
    </Empty>
  );
}

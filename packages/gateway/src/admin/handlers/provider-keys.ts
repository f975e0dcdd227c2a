import * as z from "zod";
import { faultOfSecret } from "../../keys/provider-keys.ts";
import { AdminError } from "../admin-error.ts";
import type { Handler } from "../context.ts";
import { json, noContent } from "../exchange.ts";
import { accountName, readBody, readQuery } from "../input.ts";
import type { ProviderKeysView } from "../views.ts";

const listed = z.strictObject({ account: accountName });

const newKey = z.strictObject({
  account: accountName,
  provider: z.string().min(1).max(100),
  secret: z
    .string()
    .trim()
    .superRefine((secret, context) => {
      const message = faultOfSecret(secret);
      if (message !== undefined) context.addIssue({ code: "custom", message });
    }),
  fallbackOnly: z.boolean().default(false),
  exclusive: z.boolean().default(false),
});

/** `GET /provider-keys?account=NAME`: an account's own provider keys in their order, without secrets. */
export const getProviderKeys: Handler = async ({ data, query }) => {
  const { account } = readQuery(listed, query);
  const view: ProviderKeysView = { providerKeys: await data.providerKeys.list(account) };
  return json(200, view);
};

/** `POST /provider-keys`: stores a key. Its secret cannot be read again. */
export const postProviderKey: Handler = async ({ data, body, audit, now }) => {
  const input = readBody(newKey, body);
  const slugs = new Set(data.catalog.models().flatMap(({ endpoints }) => endpoints.map(({ provider }) => provider)));
  if (!slugs.has(input.provider))
    throw new AdminError(
      "bad_request",
      `\`provider\`: no endpoint has the provider "${input.provider}". Use one of ${[...slugs].slice(0, 20).join(", ")}.`,
    );
  const key = await data.providerKeys.add(input, now);
  const { secret: _, ...changes } = input;
  audit({ action: "provider-key.create", target: key.id, changes });
  return json(201, key);
};

/** `DELETE /provider-keys/:id`: deletes a key. New requests do not use it. */
export const deleteProviderKey: Handler = async ({ data, params, audit }) => {
  const id = params.id ?? "";
  if (!(await data.providerKeys.remove(id))) throw new AdminError("not_found", `No provider key has the id "${id}".`);
  audit({ action: "provider-key.delete", target: id });
  return noContent();
};

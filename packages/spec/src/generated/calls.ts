// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { CallInfo } from "../operation.ts";
import type { OperationId } from "./names.ts";

export const chatCompletionsCreate: CallInfo = {
  id: "chat.completions.create",
  method: "POST",
  path: "/chat/completions",
  body: "json",
  stream: {
    verb: "stream",
    done: "[DONE]",
  },
  answer: {
    choices: [
      {
        message: {
          "tool_calls?": [{}],
        },
      },
    ],
  },
};

export const embeddingsCreate: CallInfo = {
  id: "embeddings.create",
  method: "POST",
  path: "/embeddings",
  body: "json",
  answer: {
    data: [
      {
        embedding: null,
      },
    ],
  },
};

export const embeddingsListModels: CallInfo = {
  id: "embeddings.listModels",
  method: "GET",
  path: "/embeddings/models",
  idempotent: true,
  pagination: {
    style: "offset",
    offset: "offset",
    limit: "limit",
    items: "data",
    total: "total_count",
    next: "links.next",
  },
  answer: {
    data: [{}],
  },
};

export const rerankCreate: CallInfo = {
  id: "rerank.create",
  method: "POST",
  path: "/rerank",
  body: "json",
  answer: {
    results: [{}],
  },
};

export const modelsList: CallInfo = {
  id: "models.list",
  method: "GET",
  path: "/models",
  idempotent: true,
  pagination: {
    style: "offset",
    offset: "offset",
    limit: "limit",
    items: "data",
    total: "total_count",
    next: "links.next",
  },
  answer: {
    data: [{}],
  },
};

export const modelsCount: CallInfo = {
  id: "models.count",
  method: "GET",
  path: "/models/count",
  idempotent: true,
  answer: {
    data: {},
  },
};

export const modelsListForUser: CallInfo = {
  id: "models.listForUser",
  method: "GET",
  path: "/models/user",
  idempotent: true,
  pagination: {
    style: "offset",
    offset: "offset",
    limit: "limit",
    items: "data",
    total: "total_count",
    next: "links.next",
  },
  answer: {
    data: [{}],
  },
};

export const modelsGet: CallInfo = {
  id: "models.get",
  method: "GET",
  path: "/model/{author}/{slug}",
  idempotent: true,
  answer: {
    data: {},
  },
};

export const modelsListEndpoints: CallInfo = {
  id: "models.listEndpoints",
  method: "GET",
  path: "/models/{author}/{slug}/endpoints",
  idempotent: true,
  answer: {
    data: {
      endpoints: [{}],
    },
  },
};

export const endpointsListZdr: CallInfo = {
  id: "endpoints.listZdr",
  method: "GET",
  path: "/endpoints/zdr",
  idempotent: true,
  answer: {
    data: [{}],
  },
};

export const providersList: CallInfo = {
  id: "providers.list",
  method: "GET",
  path: "/providers",
  idempotent: true,
  answer: {
    data: [{}],
  },
};

export const creditsGet: CallInfo = {
  id: "credits.get",
  method: "GET",
  path: "/credits",
  auth: "management",
  idempotent: true,
  answer: {
    data: {},
  },
};

export const keysGetCurrent: CallInfo = {
  id: "keys.getCurrent",
  method: "GET",
  path: "/key",
  idempotent: true,
  answer: {
    data: {},
  },
};

export const keysList: CallInfo = {
  id: "keys.list",
  method: "GET",
  path: "/keys",
  auth: "management",
  idempotent: true,
  pagination: {
    style: "offset",
    offset: "offset",
    items: "data",
  },
  answer: {
    data: [{}],
  },
};

export const keysCreate: CallInfo = {
  id: "keys.create",
  method: "POST",
  path: "/keys",
  auth: "management",
  body: "json",
  answer: {
    data: {},
    key: null,
  },
};

export const keysGet: CallInfo = {
  id: "keys.get",
  method: "GET",
  path: "/keys/{hash}",
  auth: "management",
  idempotent: true,
  answer: {
    data: {},
  },
};

export const keysUpdate: CallInfo = {
  id: "keys.update",
  method: "PATCH",
  path: "/keys/{hash}",
  auth: "management",
  body: "json",
  idempotent: true,
  answer: {
    data: {},
  },
};

export const keysDelete: CallInfo = {
  id: "keys.delete",
  method: "DELETE",
  path: "/keys/{hash}",
  auth: "management",
  idempotent: true,
  answer: {},
};

export const generationsGet: CallInfo = {
  id: "generations.get",
  method: "GET",
  path: "/generation",
  idempotent: true,
  answer: {
    data: {},
  },
};

export const generationsGetContent: CallInfo = {
  id: "generations.getContent",
  method: "GET",
  path: "/generation/content",
  idempotent: true,
  answer: {
    data: {},
  },
};

export const activityList: CallInfo = {
  id: "activity.list",
  method: "GET",
  path: "/activity",
  auth: "management",
  idempotent: true,
  answer: {
    data: [{}],
  },
};

export const authCreateCode: CallInfo = {
  id: "auth.createCode",
  method: "POST",
  path: "/auth/keys/code",
  body: "json",
  answer: {
    data: {},
  },
};

export const authExchangeCode: CallInfo = {
  id: "auth.exchangeCode",
  method: "POST",
  path: "/auth/keys",
  body: "json",
  answer: {
    key: null,
  },
};

/** Every operation of the contract, with only what sending it takes. */
export const calls: { readonly [Id in OperationId]: CallInfo } = {
  "chat.completions.create": chatCompletionsCreate,
  "embeddings.create": embeddingsCreate,
  "embeddings.listModels": embeddingsListModels,
  "rerank.create": rerankCreate,
  "models.list": modelsList,
  "models.count": modelsCount,
  "models.listForUser": modelsListForUser,
  "models.get": modelsGet,
  "models.listEndpoints": modelsListEndpoints,
  "endpoints.listZdr": endpointsListZdr,
  "providers.list": providersList,
  "credits.get": creditsGet,
  "keys.getCurrent": keysGetCurrent,
  "keys.list": keysList,
  "keys.create": keysCreate,
  "keys.get": keysGet,
  "keys.update": keysUpdate,
  "keys.delete": keysDelete,
  "generations.get": generationsGet,
  "generations.getContent": generationsGetContent,
  "activity.list": activityList,
  "auth.createCode": authCreateCode,
  "auth.exchangeCode": authExchangeCode,
};

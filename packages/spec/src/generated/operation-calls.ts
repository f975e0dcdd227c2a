// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { OperationCall } from "../operation.ts";
import type { OperationId } from "./names.ts";

export const chatCompletionsCreate: OperationCall = {
  id: "chat.completions.create",
  method: "POST",
  path: "/chat/completions",
  body: "json",
  stream: {
    verb: "stream",
    done: "[DONE]",
  },
  response: {
    choices: [
      {
        message: {
          "tool_calls?": [{}],
        },
      },
    ],
  },
};

export const responsesCreate: OperationCall = {
  id: "responses.create",
  method: "POST",
  path: "/responses",
  body: "json",
  stream: {
    verb: "stream",
    accumulator: "responses",
    typeField: "type",
    terminalEvents: ["response.completed", "response.incomplete"],
    errorEvents: {
      "response.failed": "response.error",
      error: "",
    },
    done: "[DONE]",
  },
  response: {
    output: [{}],
  },
};

export const messagesCreate: OperationCall = {
  id: "messages.create",
  method: "POST",
  path: "/messages",
  query: ["beta"],
  body: "json",
  stream: {
    verb: "stream",
    accumulator: "messages",
    typeField: "type",
    terminalEvents: ["message_stop"],
    errorEvents: {
      error: "error",
    },
  },
  response: {
    content: [{}],
  },
};

export const messagesCountTokens: OperationCall = {
  id: "messages.countTokens",
  method: "POST",
  path: "/messages/count_tokens",
  query: ["beta"],
  body: "json",
  idempotent: true,
  response: {
    input_tokens: null,
  },
};

export const embeddingsCreate: OperationCall = {
  id: "embeddings.create",
  method: "POST",
  path: "/embeddings",
  body: "json",
  response: {
    data: [
      {
        embedding: null,
      },
    ],
  },
};

export const embeddingsListModels: OperationCall = {
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
  response: {
    data: [{}],
  },
};

export const rerankCreate: OperationCall = {
  id: "rerank.create",
  method: "POST",
  path: "/rerank",
  body: "json",
  response: {
    results: [{}],
  },
};

export const modelsList: OperationCall = {
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
  response: {
    data: [{}],
  },
};

export const modelsCount: OperationCall = {
  id: "models.count",
  method: "GET",
  path: "/models/count",
  idempotent: true,
  response: {
    data: {},
  },
};

export const modelsListForUser: OperationCall = {
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
  response: {
    data: [{}],
  },
};

export const modelsGet: OperationCall = {
  id: "models.get",
  method: "GET",
  path: "/model/{author}/{slug}",
  idempotent: true,
  response: {
    data: {},
  },
};

export const modelsListEndpoints: OperationCall = {
  id: "models.listEndpoints",
  method: "GET",
  path: "/models/{author}/{slug}/endpoints",
  idempotent: true,
  response: {
    data: {
      endpoints: [{}],
    },
  },
};

export const endpointsListZdr: OperationCall = {
  id: "endpoints.listZdr",
  method: "GET",
  path: "/endpoints/zdr",
  idempotent: true,
  response: {
    data: [{}],
  },
};

export const providersList: OperationCall = {
  id: "providers.list",
  method: "GET",
  path: "/providers",
  idempotent: true,
  response: {
    data: [{}],
  },
};

export const creditsGet: OperationCall = {
  id: "credits.get",
  method: "GET",
  path: "/credits",
  auth: "management",
  idempotent: true,
  response: {
    data: {},
  },
};

export const keysGetCurrent: OperationCall = {
  id: "keys.getCurrent",
  method: "GET",
  path: "/key",
  idempotent: true,
  response: {
    data: {},
  },
};

export const keysList: OperationCall = {
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
  response: {
    data: [{}],
  },
};

export const keysCreate: OperationCall = {
  id: "keys.create",
  method: "POST",
  path: "/keys",
  auth: "management",
  body: "json",
  response: {
    data: {},
    key: null,
  },
};

export const keysGet: OperationCall = {
  id: "keys.get",
  method: "GET",
  path: "/keys/{hash}",
  auth: "management",
  idempotent: true,
  response: {
    data: {},
  },
};

export const keysUpdate: OperationCall = {
  id: "keys.update",
  method: "PATCH",
  path: "/keys/{hash}",
  auth: "management",
  body: "json",
  idempotent: true,
  response: {
    data: {},
  },
};

export const keysDelete: OperationCall = {
  id: "keys.delete",
  method: "DELETE",
  path: "/keys/{hash}",
  auth: "management",
  idempotent: true,
  response: {},
};

export const generationsGet: OperationCall = {
  id: "generations.get",
  method: "GET",
  path: "/generation",
  idempotent: true,
  response: {
    data: {},
  },
};

export const generationsGetContent: OperationCall = {
  id: "generations.getContent",
  method: "GET",
  path: "/generation/content",
  idempotent: true,
  response: {
    data: {},
  },
};

export const activityList: OperationCall = {
  id: "activity.list",
  method: "GET",
  path: "/activity",
  auth: "management",
  idempotent: true,
  response: {
    data: [{}],
  },
};

export const authCreateCode: OperationCall = {
  id: "auth.createCode",
  method: "POST",
  path: "/auth/keys/code",
  body: "json",
  response: {
    data: {},
  },
};

export const authExchangeCode: OperationCall = {
  id: "auth.exchangeCode",
  method: "POST",
  path: "/auth/keys",
  body: "json",
  response: {
    key: null,
  },
};

/** Every operation of the contract, with only the data that a client needs to send a request. */
export const operationCalls: { readonly [Id in OperationId]: OperationCall } = {
  "chat.completions.create": chatCompletionsCreate,
  "responses.create": responsesCreate,
  "messages.create": messagesCreate,
  "messages.countTokens": messagesCountTokens,
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

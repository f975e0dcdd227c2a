// Code generated from openapi/ by npm run generate. DO NOT EDIT.

// Package generated has the operations and the policies of the contract as data.
package generated

import "github.com/patchbay/patchbay/packages/client-go/internal/contract"

// ChatCompletionsCreate is the operation chat.completions.create.
var ChatCompletionsCreate = &contract.Operation{
	ID:      "chat.completions.create",
	Method:  "POST",
	Path:    "/chat/completions",
	Auth:    contract.AuthInference,
	HasBody: true,
	Essential: &contract.Shape{Object: []contract.ShapeField{
		{Name: "choices", Shape: &contract.Shape{Items: &contract.Shape{Object: []contract.ShapeField{
			{Name: "message", Shape: &contract.Shape{Object: []contract.ShapeField{
				{Name: "tool_calls", Optional: true, Shape: &contract.Shape{Items: &contract.Shape{Object: []contract.ShapeField{}}}},
			}}},
		}}}},
	}},
	Stream: &contract.Stream{Accumulator: "chat", Done: "[DONE]"},
}

// ResponsesCreate is the operation responses.create.
var ResponsesCreate = &contract.Operation{
	ID:      "responses.create",
	Method:  "POST",
	Path:    "/responses",
	Auth:    contract.AuthInference,
	HasBody: true,
	Essential: &contract.Shape{Object: []contract.ShapeField{
		{Name: "output", Shape: &contract.Shape{Items: &contract.Shape{Object: []contract.ShapeField{}}}},
	}},
	Stream: &contract.Stream{
		Accumulator:    "responses",
		Done:           "[DONE]",
		TypeField:      "type",
		TerminalEvents: []string{"response.completed", "response.incomplete"},
		ErrorEvents: map[string]string{
			"response.failed": "response.error",
			"error":           "",
		},
	},
}

// MessagesCreate is the operation messages.create.
var MessagesCreate = &contract.Operation{
	ID:      "messages.create",
	Method:  "POST",
	Path:    "/messages",
	Auth:    contract.AuthInference,
	HasBody: true,
	Essential: &contract.Shape{Object: []contract.ShapeField{
		{Name: "content", Shape: &contract.Shape{Items: &contract.Shape{Object: []contract.ShapeField{}}}},
	}},
	Stream: &contract.Stream{
		Accumulator:    "messages",
		TypeField:      "type",
		TerminalEvents: []string{"message_stop"},
		ErrorEvents: map[string]string{
			"error": "error",
		},
	},
}

// MessagesCountTokens is the operation messages.countTokens.
var MessagesCountTokens = &contract.Operation{
	ID:         "messages.countTokens",
	Method:     "POST",
	Path:       "/messages/count_tokens",
	Auth:       contract.AuthInference,
	HasBody:    true,
	Idempotent: true,
	Essential: &contract.Shape{Object: []contract.ShapeField{
		{Name: "input_tokens", Shape: &contract.Shape{}},
	}},
}

// EmbeddingsCreate is the operation embeddings.create.
var EmbeddingsCreate = &contract.Operation{
	ID:      "embeddings.create",
	Method:  "POST",
	Path:    "/embeddings",
	Auth:    contract.AuthInference,
	HasBody: true,
	Essential: &contract.Shape{Object: []contract.ShapeField{
		{Name: "data", Shape: &contract.Shape{Items: &contract.Shape{Object: []contract.ShapeField{
			{Name: "embedding", Shape: &contract.Shape{}},
		}}}},
	}},
}

// EmbeddingsListModels is the operation embeddings.listModels.
var EmbeddingsListModels = &contract.Operation{
	ID:         "embeddings.listModels",
	Method:     "GET",
	Path:       "/embeddings/models",
	Auth:       contract.AuthOptional,
	Idempotent: true,
	Essential: &contract.Shape{Object: []contract.ShapeField{
		{Name: "data", Shape: &contract.Shape{Items: &contract.Shape{Object: []contract.ShapeField{}}}},
	}},
	Pagination: &contract.Pagination{
		Offset: "offset",
		Limit:  "limit",
		Items:  "data",
		Total:  "total_count",
		Next:   "links.next",
	},
}

// RerankCreate is the operation rerank.create.
var RerankCreate = &contract.Operation{
	ID:      "rerank.create",
	Method:  "POST",
	Path:    "/rerank",
	Auth:    contract.AuthInference,
	HasBody: true,
	Essential: &contract.Shape{Object: []contract.ShapeField{
		{Name: "results", Shape: &contract.Shape{Items: &contract.Shape{Object: []contract.ShapeField{}}}},
	}},
}

// ModelsList is the operation models.list.
var ModelsList = &contract.Operation{
	ID:         "models.list",
	Method:     "GET",
	Path:       "/models",
	Auth:       contract.AuthOptional,
	Idempotent: true,
	Essential: &contract.Shape{Object: []contract.ShapeField{
		{Name: "data", Shape: &contract.Shape{Items: &contract.Shape{Object: []contract.ShapeField{}}}},
	}},
	Pagination: &contract.Pagination{
		Offset: "offset",
		Limit:  "limit",
		Items:  "data",
		Total:  "total_count",
		Next:   "links.next",
	},
}

// ModelsCount is the operation models.count.
var ModelsCount = &contract.Operation{
	ID:         "models.count",
	Method:     "GET",
	Path:       "/models/count",
	Auth:       contract.AuthOptional,
	Idempotent: true,
	Essential: &contract.Shape{Object: []contract.ShapeField{
		{Name: "data", Shape: &contract.Shape{Object: []contract.ShapeField{}}},
	}},
}

// ModelsListForUser is the operation models.listForUser.
var ModelsListForUser = &contract.Operation{
	ID:         "models.listForUser",
	Method:     "GET",
	Path:       "/models/user",
	Auth:       contract.AuthInference,
	Idempotent: true,
	Essential: &contract.Shape{Object: []contract.ShapeField{
		{Name: "data", Shape: &contract.Shape{Items: &contract.Shape{Object: []contract.ShapeField{}}}},
	}},
	Pagination: &contract.Pagination{
		Offset: "offset",
		Limit:  "limit",
		Items:  "data",
		Total:  "total_count",
		Next:   "links.next",
	},
}

// ModelsGet is the operation models.get.
var ModelsGet = &contract.Operation{
	ID:         "models.get",
	Method:     "GET",
	Path:       "/model/{author}/{slug}",
	Auth:       contract.AuthOptional,
	Idempotent: true,
	Essential: &contract.Shape{Object: []contract.ShapeField{
		{Name: "data", Shape: &contract.Shape{Object: []contract.ShapeField{}}},
	}},
}

// ModelsListEndpoints is the operation models.listEndpoints.
var ModelsListEndpoints = &contract.Operation{
	ID:         "models.listEndpoints",
	Method:     "GET",
	Path:       "/models/{author}/{slug}/endpoints",
	Auth:       contract.AuthOptional,
	Idempotent: true,
	Essential: &contract.Shape{Object: []contract.ShapeField{
		{Name: "data", Shape: &contract.Shape{Object: []contract.ShapeField{
			{Name: "endpoints", Shape: &contract.Shape{Items: &contract.Shape{Object: []contract.ShapeField{}}}},
		}}},
	}},
}

// EndpointsListZDR is the operation endpoints.listZdr.
var EndpointsListZDR = &contract.Operation{
	ID:         "endpoints.listZdr",
	Method:     "GET",
	Path:       "/endpoints/zdr",
	Auth:       contract.AuthOptional,
	Idempotent: true,
	Essential: &contract.Shape{Object: []contract.ShapeField{
		{Name: "data", Shape: &contract.Shape{Items: &contract.Shape{Object: []contract.ShapeField{}}}},
	}},
}

// ProvidersList is the operation providers.list.
var ProvidersList = &contract.Operation{
	ID:         "providers.list",
	Method:     "GET",
	Path:       "/providers",
	Auth:       contract.AuthOptional,
	Idempotent: true,
	Essential: &contract.Shape{Object: []contract.ShapeField{
		{Name: "data", Shape: &contract.Shape{Items: &contract.Shape{Object: []contract.ShapeField{}}}},
	}},
}

// CreditsGet is the operation credits.get.
var CreditsGet = &contract.Operation{
	ID:         "credits.get",
	Method:     "GET",
	Path:       "/credits",
	Auth:       contract.AuthManagement,
	Idempotent: true,
	Essential: &contract.Shape{Object: []contract.ShapeField{
		{Name: "data", Shape: &contract.Shape{Object: []contract.ShapeField{}}},
	}},
}

// KeysGetCurrent is the operation keys.getCurrent.
var KeysGetCurrent = &contract.Operation{
	ID:         "keys.getCurrent",
	Method:     "GET",
	Path:       "/key",
	Auth:       contract.AuthInference,
	Idempotent: true,
	Essential: &contract.Shape{Object: []contract.ShapeField{
		{Name: "data", Shape: &contract.Shape{Object: []contract.ShapeField{}}},
	}},
}

// KeysList is the operation keys.list.
var KeysList = &contract.Operation{
	ID:         "keys.list",
	Method:     "GET",
	Path:       "/keys",
	Auth:       contract.AuthManagement,
	Idempotent: true,
	Essential: &contract.Shape{Object: []contract.ShapeField{
		{Name: "data", Shape: &contract.Shape{Items: &contract.Shape{Object: []contract.ShapeField{}}}},
	}},
	Pagination: &contract.Pagination{Offset: "offset", Items: "data"},
}

// KeysCreate is the operation keys.create.
var KeysCreate = &contract.Operation{
	ID:      "keys.create",
	Method:  "POST",
	Path:    "/keys",
	Auth:    contract.AuthManagement,
	HasBody: true,
	Essential: &contract.Shape{Object: []contract.ShapeField{
		{Name: "data", Shape: &contract.Shape{Object: []contract.ShapeField{}}},
		{Name: "key", Shape: &contract.Shape{}},
	}},
}

// KeysGet is the operation keys.get.
var KeysGet = &contract.Operation{
	ID:         "keys.get",
	Method:     "GET",
	Path:       "/keys/{hash}",
	Auth:       contract.AuthManagement,
	Idempotent: true,
	Essential: &contract.Shape{Object: []contract.ShapeField{
		{Name: "data", Shape: &contract.Shape{Object: []contract.ShapeField{}}},
	}},
}

// KeysUpdate is the operation keys.update.
var KeysUpdate = &contract.Operation{
	ID:         "keys.update",
	Method:     "PATCH",
	Path:       "/keys/{hash}",
	Auth:       contract.AuthManagement,
	HasBody:    true,
	Idempotent: true,
	Essential: &contract.Shape{Object: []contract.ShapeField{
		{Name: "data", Shape: &contract.Shape{Object: []contract.ShapeField{}}},
	}},
}

// KeysDelete is the operation keys.delete.
var KeysDelete = &contract.Operation{
	ID:         "keys.delete",
	Method:     "DELETE",
	Path:       "/keys/{hash}",
	Auth:       contract.AuthManagement,
	Idempotent: true,
	Essential:  &contract.Shape{Object: []contract.ShapeField{}},
}

// GenerationsGet is the operation generations.get.
var GenerationsGet = &contract.Operation{
	ID:         "generations.get",
	Method:     "GET",
	Path:       "/generation",
	Auth:       contract.AuthInference,
	Idempotent: true,
	Pollable:   true,
	Essential: &contract.Shape{Object: []contract.ShapeField{
		{Name: "data", Shape: &contract.Shape{Object: []contract.ShapeField{}}},
	}},
}

// GenerationsGetContent is the operation generations.getContent.
var GenerationsGetContent = &contract.Operation{
	ID:         "generations.getContent",
	Method:     "GET",
	Path:       "/generation/content",
	Auth:       contract.AuthInference,
	Idempotent: true,
	Pollable:   true,
	Essential: &contract.Shape{Object: []contract.ShapeField{
		{Name: "data", Shape: &contract.Shape{Object: []contract.ShapeField{}}},
	}},
}

// ActivityList is the operation activity.list.
var ActivityList = &contract.Operation{
	ID:         "activity.list",
	Method:     "GET",
	Path:       "/activity",
	Auth:       contract.AuthManagement,
	Idempotent: true,
	Essential: &contract.Shape{Object: []contract.ShapeField{
		{Name: "data", Shape: &contract.Shape{Items: &contract.Shape{Object: []contract.ShapeField{}}}},
	}},
}

// AuthCreateCode is the operation auth.createCode.
var AuthCreateCode = &contract.Operation{
	ID:      "auth.createCode",
	Method:  "POST",
	Path:    "/auth/keys/code",
	Auth:    contract.AuthInference,
	HasBody: true,
	Essential: &contract.Shape{Object: []contract.ShapeField{
		{Name: "data", Shape: &contract.Shape{Object: []contract.ShapeField{}}},
	}},
}

// AuthExchangeCode is the operation auth.exchangeCode.
var AuthExchangeCode = &contract.Operation{
	ID:      "auth.exchangeCode",
	Method:  "POST",
	Path:    "/auth/keys",
	Auth:    contract.AuthOptional,
	HasBody: true,
	Essential: &contract.Shape{Object: []contract.ShapeField{
		{Name: "key", Shape: &contract.Shape{}},
	}},
}

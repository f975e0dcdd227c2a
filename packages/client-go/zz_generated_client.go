// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

// Client calls the API. Its services have a method for each operation. It is safe for concurrent use. [New]
// returns one.
type Client struct {
	runtime *runtime

	// Chat has the methods of client.Chat.
	Chat *ChatService
	// Responses has the methods of client.Responses.
	Responses *ResponsesService
	// Messages has the methods of client.Messages.
	Messages *MessagesService
	// Embeddings has the methods of client.Embeddings.
	Embeddings *EmbeddingsService
	// Rerank has the methods of client.Rerank.
	Rerank *RerankService
	// Models has the methods of client.Models.
	Models *ModelsService
	// Endpoints has the methods of client.Endpoints.
	Endpoints *EndpointsService
	// Providers has the methods of client.Providers.
	Providers *ProvidersService
	// Credits has the methods of client.Credits.
	Credits *CreditsService
	// Keys has the methods of client.Keys.
	Keys *KeysService
	// Generations has the methods of client.Generations.
	Generations *GenerationsService
	// Activity has the methods of client.Activity.
	Activity *ActivityService
	// Auth has the methods of client.Auth.
	Auth *AuthService
}

// newClient returns a client whose services share a runtime.
func newClient(r *runtime) *Client {
	return &Client{
		runtime:     r,
		Chat:        &ChatService{Completions: &ChatCompletionsService{runtime: r}},
		Responses:   &ResponsesService{runtime: r},
		Messages:    &MessagesService{runtime: r},
		Embeddings:  &EmbeddingsService{runtime: r},
		Rerank:      &RerankService{runtime: r},
		Models:      &ModelsService{runtime: r},
		Endpoints:   &EndpointsService{runtime: r},
		Providers:   &ProvidersService{runtime: r},
		Credits:     &CreditsService{runtime: r},
		Keys:        &KeysService{runtime: r},
		Generations: &GenerationsService{runtime: r},
		Activity:    &ActivityService{runtime: r},
		Auth:        &AuthService{runtime: r},
	}
}

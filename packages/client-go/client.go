package patchbay

// New returns a client of the OpenRouter API, or of a compatible API. It is safe for concurrent use. Clients share their
// connections unless WithHTTPClient gives them their own. A mistake in the options is the error of every call.
//
//	client := patchbay.New()
//	reply, err := client.Chat.Completions.Create(ctx, patchbay.ChatCompletionParams{
//		Model:    patchbay.String("openai/gpt-5-mini"),
//		Messages: []patchbay.ChatMessage{patchbay.User("Hello!")},
//	})
func New(opts ...Option) *Client {
	return newClient(&runtime{settings: newSettings(opts)})
}

// WithOptions returns a client with further options. It shares the connections of this one.
func (c *Client) WithOptions(opts ...Option) *Client {
	return newClient(&runtime{settings: c.runtime.settings.with(opts)})
}

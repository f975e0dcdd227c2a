// Package patchbay is a typed client for the OpenRouter API and compatible servers: chat completions, the Responses API, the
// Messages API, embeddings, rerank, models, keys, credits and usage.
//
//	client := patchbay.New() // reads OPENROUTER_API_KEY
//	reply, err := client.Chat.Completions.Create(ctx, patchbay.ChatCompletionParams{
//		Model:    patchbay.String("openai/gpt-5-mini"),
//		Messages: []patchbay.ChatMessage{patchbay.User("What is the capital of Norway?")},
//	})
//	if err != nil {
//		return err
//	}
//	fmt.Println(reply.Choices[0].Message.Content)
//
// The types and the methods come from an OpenAPI contract. Methods have the names of its operations, and fields those of the API
// in the spelling of Go. An [Option] configures a client, or a single call.
//
// # Optional values
//
// A required field is a plain value. An optional number, boolean, string or enum of a request is an [Opt], which is absent, null,
// or has a value: [String], [Int], [Float] and [Bool] make one, [Some] makes one of any type, and [Null] makes null. A nil
// pointer, slice or map is not sent; an empty slice or map is. In a response, an optional string is a plain string.
//
// A union is a struct with one field for each member, of which one is set, such as [ContentPart]. Functions make the usual ones:
// [User], [UserParts], [Image], [Stop], [Tool]. The method Value returns the member for a type switch.
//
// Every struct keeps the fields that this version does not know. Extra and RawJSON read them, SetExtra sets one, and the method
// ToParam of a response makes it a part of the next request without loss. A value that does not fit its field never fails a
// response: the field has its zero value, and the raw JSON has what the API sent.
//
// # Streams
//
// A method Stream returns a [ChatStream], [ResponsesStream] or [MessagesStream] after its first event, so that a failure in place
// of the first event is an error of the call.
//
//	stream, err := client.Chat.Completions.Stream(ctx, params)
//	if err != nil {
//		return err
//	}
//	defer stream.Close()
//	for text, err := range stream.Text() {
//		if err != nil {
//			return err
//		}
//		fmt.Print(text)
//	}
//	reply, err := stream.Final()
//
// All returns the events, Text the text, and Next, Current and Err do the same without a range loop. Final returns the complete
// response, the same as without streaming. A stream that ends before the response is complete is an error, never a short response.
// Forward writes the events to an HTTP response, such as that of a proxy to a browser.
//
// # Errors
//
// Every error is an [*Error], except those of functions of the caller, such as a [Middleware]. Its Kind says what failed, and its
// Code, such as [CodeRateLimited], why the API refused the request. Partial is the part of the response that arrived.
//
//	var failed *patchbay.Error
//	if errors.As(err, &failed) && failed.Code == patchbay.CodeInsufficientCredits {
//		topUp()
//	}
//
// Canceling the context ends a call and closes its connection; the error then matches context.Canceled or
// context.DeadlineExceeded. [WithTimeout] limits one attempt and never ends a stream that has begun; [WithIdleTimeout] and
// [WithTotalTimeout] limit streams.
//
// The client repeats a request twice by default ([WithMaxRetries]). It does not repeat a request that may already be charged,
// unless [WithRetryNonIdempotent] permits it.
//
// # Money
//
// A [USD] is an exact amount. [CostOf] returns the cost of a response and whether it is known: an unknown cost is not 0. A
// [Budget] limits what several calls cost together, and a [Fallback] requests several models in turn and reports every attempt.
//
// # Tools and structured output
//
// [FunctionOf] describes a function by the struct of its arguments, which [FunctionCall.ParseArguments] checks and reads. [Tool],
// [ResponsesFunction] and [MessagesFunction] make a tool of it. [ChatCompletionsService.Parse] and [ResponsesService.Parse] store
// the output of a model in a value, whose type is its JSON Schema.
//
// # Tests
//
// Package patchbaytest runs programs against a mock server of the API, with replies and failures that a test defines.
package patchbay

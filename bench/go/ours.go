package main

import (
	"context"
	"errors"
	"net/http"
	"strconv"

	"github.com/patchbay/patchbay/packages/client-go"
)

type ours struct{ client *patchbay.Client }

func newOurs(baseURL string, httpClient *http.Client) Client {
	return ours{patchbay.New(patchbay.WithAPIKey(key), patchbay.WithBaseURL(baseURL), patchbay.WithHTTPClient(httpClient))}
}

func (ours) question() patchbay.ChatCompletionParams {
	return patchbay.ChatCompletionParams{
		Model:    patchbay.String("openai/gpt-5-mini"),
		Messages: []patchbay.ChatMessage{patchbay.System("Be brief."), patchbay.User("Hello!")},
	}
}

func (c ours) Ask() error {
	reply, err := c.client.Chat.Completions.Create(context.Background(), c.question())
	if err != nil {
		return err
	}
	if cost, ok := reply.Usage.Cost.Get(); !ok || cost != 0.001 {
		return errors.New("the cost is wrong")
	}
	return checkText(reply.Choices[0].Message.Content, contentBytes)
}

func (c ours) stream(chunks int) (*patchbay.ChatStream, error) {
	return c.client.Chat.Completions.Stream(context.Background(), c.question(), patchbay.WithHeader(chunksHeader, strconv.Itoa(chunks)))
}

func (c ours) Read(chunks int) (seen int, err error) {
	stream, err := c.stream(chunks)
	if err != nil {
		return 0, err
	}
	return count(stream)
}

func count(stream *patchbay.ChatStream) (seen int, err error) {
	for chunk, err := range stream.All() {
		if err != nil {
			return seen, err
		}
		if chunk.Choices[0].Delta.Content != "" {
			seen++
		}
	}
	return seen, nil
}

func (c ours) ReadFinal(chunks int) (seen int, err error) {
	stream, err := c.stream(chunks)
	if err != nil {
		return 0, err
	}
	if seen, err = count(stream); err != nil {
		return seen, err
	}
	return seen, final(stream, chunks)
}

func final(stream *patchbay.ChatStream, chunks int) error {
	reply, err := stream.Final()
	if err != nil {
		return err
	}
	return checkText(reply.Choices[0].Message.Content, chunks/pieceChunks*pieceTextBytes)
}

func (c ours) Final(chunks int) (int, error) {
	stream, err := c.stream(chunks)
	if err != nil {
		return 0, err
	}
	return chunks, final(stream, chunks)
}

func (c ours) Long(bytes int) error {
	stream, err := c.client.Chat.Completions.Stream(context.Background(), c.question(), patchbay.WithHeader(textHeader, strconv.Itoa(bytes)))
	if err != nil {
		return err
	}
	seen := 0
	for chunk, err := range stream.All() {
		if err != nil {
			return err
		}
		seen += len(chunk.Choices[0].Delta.Content)
	}
	return checkSize(seen, bytes)
}

func (c ours) Embed(format string) error {
	reply, err := c.client.Embeddings.Embed(context.Background(), patchbay.EmbeddingParams{
		Model:          "m",
		Input:          patchbay.EmbeddingTexts(inputs...),
		EncodingFormat: patchbay.Some(patchbay.EmbeddingEncodingFormat(format)),
	})
	if err != nil {
		return err
	}
	return checkVectors(reply.Vectors)
}

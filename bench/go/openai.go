package main

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"

	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/option"
	"github.com/openai/openai-go/v3/packages/ssestream"
)

type openAI struct{ client openai.Client }

func newOpenAI(baseURL string, httpClient *http.Client) Client {
	return openAI{openai.NewClient(option.WithAPIKey(key), option.WithBaseURL(baseURL), option.WithHTTPClient(httpClient))}
}

func (openAI) question() openai.ChatCompletionNewParams {
	return openai.ChatCompletionNewParams{
		Model:    "openai/gpt-5-mini",
		Messages: []openai.ChatCompletionMessageParamUnion{openai.SystemMessage("Be brief."), openai.UserMessage("Hello!")},
	}
}

func (c openAI) Ask() error {
	reply, err := c.client.Chat.Completions.New(context.Background(), c.question())
	if err != nil {
		return err
	}
	if reply.Usage.TotalTokens != 33 {
		return errors.New("the usage is wrong")
	}
	return checkText(reply.Choices[0].Message.Content, contentBytes)
}

func (c openAI) stream(chunks int) *ssestream.Stream[openai.ChatCompletionChunk] {
	return c.client.Chat.Completions.NewStreaming(context.Background(), c.question(), option.WithHeader(chunksHeader, strconv.Itoa(chunks)))
}

func (c openAI) Read(chunks int) (seen int, err error) {
	stream := c.stream(chunks)
	defer stream.Close()
	for stream.Next() {
		if stream.Current().Choices[0].Delta.Content != "" {
			seen++
		}
	}
	return seen, stream.Err()
}

func (c openAI) ReadFinal(chunks int) (seen int, err error) {
	stream := c.stream(chunks)
	defer stream.Close()
	var all openai.ChatCompletionAccumulator
	for stream.Next() {
		chunk := stream.Current()
		if chunk.Choices[0].Delta.Content != "" {
			seen++
		}
		if !all.AddChunk(chunk) {
			return seen, errors.New("the accumulator rejects a chunk")
		}
	}
	if err := stream.Err(); err != nil {
		return seen, err
	}
	return seen, checkText(all.Choices[0].Message.Content, chunks/pieceChunks*pieceTextBytes)
}

func (c openAI) Final(chunks int) (int, error) { return c.ReadFinal(chunks) }

func (c openAI) Long(bytes int) error {
	stream := c.client.Chat.Completions.NewStreaming(context.Background(), c.question(), option.WithHeader(textHeader, strconv.Itoa(bytes)))
	defer stream.Close()
	seen := 0
	for stream.Next() {
		seen += len(stream.Current().Choices[0].Delta.Content)
	}
	if err := stream.Err(); err != nil {
		return err
	}
	return checkSize(seen, bytes)
}

// Embed decodes base64 itself, because the client has no field for it.
func (c openAI) Embed(format string) error {
	reply, err := c.client.Embeddings.New(context.Background(), openai.EmbeddingNewParams{
		Model:          "m",
		Input:          openai.EmbeddingNewParamsInputUnion{OfArrayOfStrings: inputs},
		EncodingFormat: openai.EmbeddingNewParamsEncodingFormat(format),
	})
	if err != nil {
		return err
	}
	if format == "float" {
		var all [][]float64
		for i := range reply.Data {
			all = append(all, reply.Data[i].Embedding)
		}
		return checkVectors(all)
	}
	var all [][]float32
	for i := range reply.Data {
		var text string
		if err := json.Unmarshal([]byte(reply.Data[i].JSON.Embedding.Raw()), &text); err != nil {
			return err
		}
		vector, err := vectorOf(text)
		if err != nil {
			return err
		}
		all = append(all, vector)
	}
	return checkVectors(all)
}

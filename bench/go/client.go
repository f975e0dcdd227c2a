package main

import (
	"fmt"
	"net/http"
)

// Client is what is measured. Its methods check what they read, so that no client is fast because it reads less.
type Client interface {
	// Ask requests a completion, and reads its text and its usage.
	Ask() error
	// Read streams a completion, and reads the text of each chunk. It returns the number of chunks with a text.
	Read(chunks int) (int, error)
	// ReadFinal is like Read, but also adds the chunks up to the complete response.
	ReadFinal(chunks int) (int, error)
	// Final adds the chunks up to the complete response, and reads only that.
	Final(chunks int) (int, error)
	// Long streams a completion of one chunk whose text has this size, and reads the text.
	Long(bytes int) error
	// Embed requests embeddings in a format, "float" or "base64", and reads them as vectors of numbers.
	Embed(format string) error
}

const key = "sk-or-v1-test"

var inputs = func() []string {
	texts := make([]string, vectors)
	for i := range texts {
		texts[i] = fmt.Sprintf("The text of the input %d.", i)
	}
	return texts
}()

// NewClient returns a client by its name. Its requests go to the base URL by the transport.
func NewClient(name, baseURL string, transport http.RoundTripper) (Client, error) {
	httpClient := &http.Client{Transport: transport}
	switch name {
	case "floor":
		return floor{baseURL, httpClient}, nil
	case "openai-go":
		return newOpenAI(baseURL, httpClient), nil
	case "ours":
		return newOurs(baseURL, httpClient), nil
	}
	return nil, fmt.Errorf("there is no client %q; use floor, openai-go or ours", name)
}

func checkText(text string, want int) error { return checkSize(len(text), want) }

func checkSize(found, want int) error {
	if found != want {
		return fmt.Errorf("the text has %d bytes, want %d", found, want)
	}
	return nil
}

func checkVectors[T any](found [][]T) error {
	if len(found) != vectors {
		return fmt.Errorf("got %d vectors, want %d", len(found), vectors)
	}
	for i, vector := range found {
		if len(vector) != dimensions {
			return fmt.Errorf("vector %d has %d dimensions, want %d", i, len(vector), dimensions)
		}
	}
	return nil
}

package main

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"math"
	"net/http"
	"strconv"
	"strings"
)

// floor is what a program needs without a client: net/http, bufio and encoding/json, without retries, timeouts and errors.
type floor struct {
	baseURL string
	http    *http.Client
}

type message struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

type question struct {
	Model    string    `json:"model"`
	Messages []message `json:"messages"`
	Stream   bool      `json:"stream,omitzero"`
}

type usage struct {
	PromptTokens     int64   `json:"prompt_tokens"`
	CompletionTokens int64   `json:"completion_tokens"`
	TotalTokens      int64   `json:"total_tokens"`
	Cost             float64 `json:"cost"`
}

type reply struct {
	ID       string `json:"id"`
	Provider string `json:"provider"`
	Model    string `json:"model"`
	Object   string `json:"object"`
	Created  int64  `json:"created"`
	Choices  []struct {
		Index        int64    `json:"index"`
		Message      message  `json:"message"`
		Delta        *message `json:"delta"`
		FinishReason *string  `json:"finish_reason"`
	} `json:"choices"`
	Usage *usage `json:"usage"`
}

// header is a header of a request; none without a name.
type header struct{ name, value string }

func (f floor) post(path string, body any, more header) (*http.Response, error) {
	text, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	request, err := http.NewRequest(http.MethodPost, f.baseURL+path, bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Authorization", "Bearer "+key)
	request.Header.Set("Content-Type", "application/json")
	if more.name != "" {
		request.Header.Set(more.name, more.value)
	}
	return f.http.Do(request)
}

var hello = question{Model: "openai/gpt-5-mini", Messages: []message{{"system", "Be brief."}, {"user", "Hello!"}}}

func (f floor) Ask() error {
	response, err := f.post("/chat/completions", hello, header{})
	if err != nil {
		return err
	}
	defer response.Body.Close()
	var found reply
	if err := json.NewDecoder(response.Body).Decode(&found); err != nil {
		return err
	}
	return checkText(found.Choices[0].Message.Content, contentBytes)
}

// maxLine is the longest line of a stream.
const maxLine = 32 << 20

// each calls a function with the text of each chunk of the stream that a header asks for.
func (f floor) each(stream header, see func(string)) error {
	asked := hello
	asked.Stream = true
	response, err := f.post("/chat/completions", asked, stream)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	lines := bufio.NewScanner(response.Body)
	lines.Buffer(nil, maxLine)
	for lines.Scan() {
		data, ok := bytes.CutPrefix(lines.Bytes(), []byte("data: "))
		if !ok || string(data) == "[DONE]" {
			continue
		}
		var found reply
		if err := json.Unmarshal(data, &found); err != nil {
			return err
		}
		see(found.Choices[0].Delta.Content)
	}
	return lines.Err()
}

func withChunks(chunks int) header { return header{chunksHeader, strconv.Itoa(chunks)} }

func (f floor) Read(chunks int) (seen int, err error) {
	return seen, f.each(withChunks(chunks), func(text string) {
		if text != "" {
			seen++
		}
	})
}

func (f floor) ReadFinal(chunks int) (seen int, err error) {
	var all strings.Builder
	err = f.each(withChunks(chunks), func(text string) {
		all.WriteString(text)
		if text != "" {
			seen++
		}
	})
	if err == nil {
		err = checkText(all.String(), chunks/pieceChunks*pieceTextBytes)
	}
	return seen, err
}

func (f floor) Final(chunks int) (int, error) { return f.ReadFinal(chunks) }

func (f floor) Long(bytes int) error {
	seen := 0
	err := f.each(header{textHeader, strconv.Itoa(bytes)}, func(text string) { seen += len(text) })
	if err == nil {
		err = checkSize(seen, bytes)
	}
	return err
}

func (f floor) Embed(format string) error {
	type body struct {
		Model          string   `json:"model"`
		Input          []string `json:"input"`
		EncodingFormat string   `json:"encoding_format"`
	}
	response, err := f.post("/embeddings", body{"m", inputs, format}, header{})
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if format == "base64" {
		return decodeBase64(response)
	}
	var found struct {
		Data []struct {
			Embedding []float64 `json:"embedding"`
		} `json:"data"`
	}
	if err := json.NewDecoder(response.Body).Decode(&found); err != nil {
		return err
	}
	var all [][]float64
	for _, one := range found.Data {
		all = append(all, one.Embedding)
	}
	return checkVectors(all)
}

func decodeBase64(response *http.Response) error {
	var found struct {
		Data []struct {
			Embedding string `json:"embedding"`
		} `json:"data"`
	}
	if err := json.NewDecoder(response.Body).Decode(&found); err != nil {
		return err
	}
	var all [][]float32
	for _, one := range found.Data {
		vector, err := vectorOf(one.Embedding)
		if err != nil {
			return err
		}
		all = append(all, vector)
	}
	return checkVectors(all)
}

func vectorOf(text string) ([]float32, error) {
	data, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return nil, err
	}
	vector := make([]float32, len(data)/4)
	for i := range vector {
		vector[i] = math.Float32frombits(binary.LittleEndian.Uint32(data[4*i:]))
	}
	return vector, nil
}

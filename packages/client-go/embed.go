package patchbay

import (
	"cmp"
	"context"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"math"
	"regexp"
	"slices"
	"sync"
	"time"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/exchange"
	"github.com/patchbay/patchbay/packages/client-go/internal/generated"
	"github.com/patchbay/patchbay/packages/client-go/internal/show"
)

// Embedded has embeddings as vectors of numbers.
type Embedded struct {
	// Vectors has one vector per input, in the order of the inputs.
	Vectors [][]float32
	// Response is the complete response, as the API sent it.
	Response *EmbeddingList
}

// RawJSON returns the JSON of the response, so that [CostOf] and [Budget.AddCostOf] take an Embedded.
func (e *Embedded) RawJSON() string { return e.Response.RawJSON() }

func (e *Embedded) responseInfo() *ResponseInfo {
	info, _ := codec.InfoOf(e.Response).(*ResponseInfo)
	return info
}

// Embed creates embeddings as vectors of 32-bit floats, in the order of the inputs. The request is that of Create, but without
// an EncodingFormat it asks for base64, which is a quarter of the bytes, and for numbers if the provider rejects base64. An
// embedding that is not a vector, and another number of embeddings than of inputs, are an Error of the code CodeInvalidResponse.
func (s *EmbeddingsService) Embed(ctx context.Context, params EmbeddingParams, opts ...Option) (*Embedded, error) {
	if params.EncodingFormat.presence == codec.Present {
		return s.embed(ctx, params, opts)
	}
	settings := s.runtime.settings.with(opts)
	budget := exchange.NewBudget(settings.totalTimeout)
	params.EncodingFormat = Some(EmbeddingEncodingFormatBase64)
	result, err := s.embed(ctx, params, opts)
	if !rejectsBase64(err) {
		return result, err
	}
	opts = slices.Clone(opts)
	if left, ok := budget.Left(); ok {
		opts = append(opts, WithTotalTimeout(max(left, time.Millisecond)))
	}
	// It is another request, so it has another key.
	if settings.idempotencyKey != nil {
		opts = append(opts, WithIdempotencyKey(settings.idempotencyKey[0]+"-float"))
	}
	params.EncodingFormat = Some(EmbeddingEncodingFormatFloat)
	return s.embed(ctx, params, opts)
}

func (s *EmbeddingsService) embed(ctx context.Context, params EmbeddingParams, opts []Option) (*Embedded, error) {
	result := &Embedded{}
	inspect := func(a *attempt, body codec.Node) error {
		vectors, fault := readVectors(body.Get("data"))
		if expected := countInputs(a.plan.body); fault == "" && expected > 0 && len(vectors) != expected {
			fault = fmt.Sprintf("is unusable: expected an embedding in `data` for each input (%d), got %d", expected, len(vectors))
		}
		if fault != "" {
			return a.newAPIError(a.status, body.Raw(), fault)
		}
		result.Vectors = vectors
		return nil
	}
	response, err := callWith[EmbeddingList](ctx, s.runtime, generated.EmbeddingsCreate, request{params: &params}, opts, inspect)
	if err != nil {
		return nil, err
	}
	result.Response = response
	return result, nil
}

// countInputs returns the number of inputs in the body of a request, which is the number of embeddings; 0 if it is not known. A
// list of integers is one input: the ids of its tokens.
func countInputs(request []byte) int {
	doc, err := codec.Parse(string(request))
	if err != nil {
		return 0
	}
	input := doc.Root().Get("input")
	switch input.Kind() {
	case codec.String:
		return 1
	case codec.List:
		for item := range input.Items() {
			if item.Kind() == codec.Number {
				return 1
			}
		}
		return input.Len()
	}
	return 0
}

var base64Text = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)base64|encoding[\s_-]?format`) })

func rejectsBase64(err error) bool {
	failed := asError(err)
	return failed != nil && failed.Kind == KindAPI && failed.Code != CodeInvalidResponse &&
		(base64Text().MatchString(failed.Message) || base64Text().Match(failed.Body))
}

// readVectors reads the embeddings of a response, in the order of the inputs. fault says which one is not a vector.
func readVectors(data codec.Node) (vectors [][]float32, fault string) {
	type item struct {
		index  int64
		vector []float32
	}
	items := make([]item, 0, data.Len())
	for one := range data.Items() {
		embedding := one.Get("embedding")
		vector, ok := readVector(embedding)
		if !ok {
			return nil, fmt.Sprintf("is unusable: expected numbers or base64 of 32-bit floats at `data[%d].embedding`, got %s", len(items), shownEmbedding(embedding))
		}
		index, _ := one.Get("index").Int()
		items = append(items, item{index, vector})
	}
	slices.SortStableFunc(items, func(a, b item) int { return cmp.Compare(a.index, b.index) })
	for _, one := range items {
		vectors = append(vectors, one.vector)
	}
	return vectors, ""
}

func shownEmbedding(embedding codec.Node) string {
	if text, ok := embedding.Str(); ok {
		return show.Quote(text)
	}
	if embedding.Kind() == codec.List {
		return "a list of other values"
	}
	return embedding.Kind().String()
}

// readVector reads a list of numbers, or base64 of little-endian 32-bit floats, whatever format was requested.
func readVector(embedding codec.Node) ([]float32, bool) {
	if text, ok := embedding.Str(); ok {
		return decodeVector(text)
	}
	if embedding.Kind() != codec.List {
		return nil, false
	}
	vector := make([]float32, 0, embedding.Len())
	for number := range embedding.Items() {
		value, ok := number.Float()
		if !ok || math.Abs(value) > math.MaxFloat32 {
			return nil, false
		}
		vector = append(vector, float32(value))
	}
	return vector, true
}

func decodeVector(text string) ([]float32, bool) {
	data, err := base64.StdEncoding.DecodeString(text)
	if err != nil || len(data)%4 != 0 {
		return nil, false
	}
	vector := make([]float32, len(data)/4)
	for at := range vector {
		vector[at] = math.Float32frombits(binary.LittleEndian.Uint32(data[4*at:]))
	}
	return vector, true
}

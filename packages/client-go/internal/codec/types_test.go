package codec

// opt has the shape of patchbay.Opt.
type opt[T any] struct {
	value    T
	presence Presence
}

func some[T any](value T) opt[T] { return opt[T]{value, Present} }

type object = Object

type role string

type params struct {
	object
	Model       opt[string]           `json:"model,omitzero"`
	Messages    []message             `json:"messages"`
	Temperature opt[float64]          `json:"temperature,omitzero"`
	MaxTokens   opt[int64]            `json:"max_tokens,omitzero"`
	Stop        stop                  `json:"stop,omitzero"`
	LogitBias   map[string]float64    `json:"logit_bias,omitzero"`
	Metadata    map[string]any        `json:"metadata,omitzero"`
	Nullable    map[string]opt[int64] `json:"nullable,omitzero"`
	Beta        opt[bool]             `query:"beta"`
	Tags        []string              `query:"tags" separator:","`
	IDs         []int64               `query:"id"`
	Schema      any                   `json:"schema,omitzero"`
}

func (v params) MarshalJSON() ([]byte, error)     { return Marshal(&v) }
func (v *params) UnmarshalJSON(data []byte) error { return Unmarshal(data, v) }

type message struct {
	object
	_           struct{}      `discriminator:"role" open:"otherMessage"`
	OfUser      *userMessage  `values:"user,human"`
	OfAssistant *replyMessage `values:"assistant" default:"true"`
	OfOther     *otherMessage
}

func (v message) MarshalJSON() ([]byte, error)     { return Marshal(&v) }
func (v *message) UnmarshalJSON(data []byte) error { return Unmarshal(data, v) }

type userMessage struct {
	object
	Role    string  `json:"role" const:"user"`
	Content content `json:"content"`
}

type replyMessage struct {
	object
	Role      string      `json:"role,omitzero" const:"assistant"`
	Content   opt[string] `json:"content,omitzero"`
	Reasoning *reasoning  `json:"reasoning,omitzero"`
}

type otherMessage struct {
	object
	Role string `json:"role"`
}

type reasoning struct {
	object
	Text string `json:"text"`
}

type content struct {
	object
	OfString opt[string]
	OfParts  []part
}

type part struct {
	object
	Type string `json:"type" const:"text"`
	Text string `json:"text"`
}

type stop struct {
	object
	OfInt       opt[int64]
	OfFloat     opt[float64]
	OfBool      opt[bool]
	OfRole      opt[role]
	OfStrings   []string
	OfInts      []int64
	OfIntLists  [][]int64
	OfReasoning *reasoning
}

// reply is a type of responses only.
type reply struct {
	object
	ID      string   `json:"id"`
	Created int64    `json:"created"`
	Choices []choice `json:"choices"`
	Usage   *usage   `json:"usage,omitzero"`
	Error   string   `json:"error,omitzero"`
	Nested  usage    `json:"nested"`
}

func (v reply) MarshalJSON() ([]byte, error)     { return Marshal(&v) }
func (v *reply) UnmarshalJSON(data []byte) error { return Unmarshal(data, v) }

type choice struct {
	object
	Index   int64        `json:"index"`
	Message replyMessage `json:"message"`
	Finish  role         `json:"finish_reason"`
}

type usage struct {
	object
	Cost   opt[float64] `json:"cost,omitzero"`
	Tokens int64        `json:"tokens"`
}

// The types of a chunk, as the generated ones are.
type chunk struct {
	object
	ID                string        `json:"id"`
	Object            string        `json:"object" const:"chat.completion.chunk"`
	Created           int64         `json:"created"`
	Model             string        `json:"model"`
	Provider          string        `json:"provider,omitzero"`
	SystemFingerprint string        `json:"system_fingerprint,omitzero"`
	Choices           []chunkChoice `json:"choices"`
	Usage             *usage        `json:"usage,omitzero"`
}

type chunkChoice struct {
	object
	Index              int64  `json:"index"`
	Delta              delta  `json:"delta"`
	FinishReason       role   `json:"finish_reason,omitzero"`
	NativeFinishReason string `json:"native_finish_reason,omitzero"`
	Logprobs           *usage `json:"logprobs,omitzero"`
}

type delta struct {
	object
	Role      role       `json:"role,omitzero"`
	Content   string     `json:"content,omitzero"`
	Refusal   string     `json:"refusal,omitzero"`
	Reasoning string     `json:"reasoning,omitzero"`
	ToolCalls []toolCall `json:"tool_calls,omitzero"`
}

type toolCall struct {
	object
	Index opt[int64] `json:"index,omitzero"`
	ID    string     `json:"id,omitzero"`
}

const chunkText = `{"id":"gen-1748000000-abcdefghijklmnopqrst","provider":"OpenAI","model":"openai/gpt-5-mini","object":"chat.completion.chunk",` +
	`"created":1748000000,"choices":[{"index":0,"delta":{"role":"assistant","content":" Hello","reasoning":null},"finish_reason":null,` +
	`"native_finish_reason":null,"logprobs":null}],"system_fingerprint":"fp_0123456789"}`

package merge

import (
	"encoding/json"
	"math/rand/v2"
)

// random makes events, usual ones and odd ones.
type random struct{ *rand.Rand }

func newRandom(seed uint64) random { return random{rand.New(rand.NewPCG(seed, 0))} }

// pick returns one of the JSON values.
func (r random) pick(values ...string) json.RawMessage {
	return json.RawMessage(values[r.IntN(len(values))])
}

func (r random) word() json.RawMessage {
	return r.pick(`""`, `"a"`, `"Oslo "`, `"🌧"`, `"\""`, `"\u00e9"`)
}

func (r random) list() json.RawMessage {
	return r.pick(`[]`, `[{"n":1}]`, `[{"n":2,"deep":[1]},{"n":1}]`, `null`)
}

func (r random) some(fields map[string]func() json.RawMessage) json.RawMessage {
	object := map[string]json.RawMessage{}
	// A seed always makes the same events.
	for _, name := range sortedNames(fields) {
		if r.IntN(3) > 0 {
			object[name] = fields[name]()
		}
	}
	return encode(object)
}

func encode(v any) json.RawMessage {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return text
}

func (r random) many(most int, make func() json.RawMessage) json.RawMessage {
	items := []json.RawMessage{}
	for range r.IntN(most + 1) {
		items = append(items, make())
	}
	return encode(items)
}

type makers = map[string]func() json.RawMessage

// one returns a maker of one of the JSON values.
func (r random) one(values ...string) func() json.RawMessage {
	return func() json.RawMessage { return r.pick(values...) }
}

func (r random) call() json.RawMessage {
	return r.some(makers{
		"index": r.one(`0`, `0`, `1`, `1.0`, `2`, `5`, `-1`, `1.5`, `500`, `"1"`, `null`, `{}`),
		"id":    r.one(`"a"`, `"a"`, `"b"`, `""`, `null`),
		"type":  r.one(`"function"`, `"custom"`, `null`),
		"function": func() json.RawMessage {
			return r.some(makers{
				"name": r.one(`"f"`, `"g"`, `""`, `"get"`, `null`),
				"arguments": r.one(`""`, `" "`, `"{}"`, `"{\"a\":1}"`, `"{\"a\""`, `":1}"`, `"[\"]"`, `"\"]"`, `"}"`, `"\\"`,
					`"\u007b\u007D"`, `null`),
				"extra": r.one(`1`, `null`),
			})
		},
		"extra": r.one(`"x"`, `null`),
	})
}

func (r random) detail() json.RawMessage {
	return r.some(makers{
		"type":      r.one(`"reasoning.text"`, `"reasoning\u002etext"`, `"reasoning.summary"`, `"reasoning.encrypted"`),
		"index":     r.one(`0`, `1`, `1.0`, `"1"`, `null`),
		"id":        r.one(`"r1"`, `"r2"`, `null`, `""`),
		"text":      r.one(`"a"`, `"b"`, `""`, `null`, `5`),
		"summary":   r.word,
		"data":      r.word,
		"signature": r.one(`"s1"`, `"s2"`, `""`, `null`),
		"format":    r.one(`"unknown"`, `null`),
	})
}

func (r random) delta() json.RawMessage {
	return r.some(makers{
		"role":              r.one(`"assistant"`),
		"content":           r.word,
		"reasoning":         r.one(`"a"`, `""`, `null`, `5`),
		"refusal":           r.word,
		"tool_calls":        func() json.RawMessage { return r.many(3, r.call) },
		"reasoning_details": func() json.RawMessage { return r.many(2, r.detail) },
		"annotations":       r.list,
		"images":            r.list,
		"audio": func() json.RawMessage {
			return r.some(makers{"id": r.word, "data": r.word, "transcript": r.one(`null`, `"x"`), "expires_at": r.one(`1`, `2`)})
		},
		"function_call": func() json.RawMessage { return r.some(makers{"name": r.word, "arguments": r.word}) },
		"new_text":      r.word,
		"new_list":      r.list,
		"new_value":     r.one(`1`, `true`, `null`, `{"deep":1}`, `"x"`, `[2]`),
	})
}

func (r random) chunk() json.RawMessage {
	return r.some(makers{
		"id":                  r.word,
		"object":              r.one(`"chat.completion.chunk"`),
		"created":             r.one(`1`, `2`),
		"provider":            r.word,
		"system_fingerprint":  r.one(`"x"`, `null`),
		"service_tier":        r.one(`"flex"`, `null`),
		"usage":               r.one(`{"total_tokens":1}`, `null`, `{"total_tokens":2}`),
		"openrouter_metadata": r.one(`{"attempt":1}`, `null`),
		"debug":               r.one(`{"x":1}`),
		"new_field":           r.one(`1`, `null`, `"x"`, `[1]`),
		"choices": func() json.RawMessage {
			return r.many(3, func() json.RawMessage {
				return r.some(makers{
					"index":                r.one(`0`, `0`, `1`, `2`, `"1"`, `-1`, `null`, `1e5`, `"x"`),
					"delta":                r.delta,
					"finish_reason":        r.one(`null`, `""`, `"stop"`, `"tool_calls"`),
					"native_finish_reason": r.one(`null`, `"STOP"`, `"end_turn"`),
					"logprobs": func() json.RawMessage {
						return r.some(makers{"content": r.list, "refusal": r.list, "new_value": r.one(`1`)})
					},
					"new_field": r.one(`1`, `null`, `"x"`, `[1]`),
				})
			})
		},
	})
}

func (r random) typed(types string, fields makers) json.RawMessage {
	event := map[string]json.RawMessage{}
	if err := json.Unmarshal(r.some(fields), &event); err != nil {
		panic(err)
	}
	event["type"] = json.RawMessage(types)
	return encode(event)
}

func (r random) responseEvent() json.RawMessage {
	part := func() json.RawMessage {
		return r.some(makers{"type": r.one(`"output_text"`, `"refusal"`), "text": r.word, "annotations": r.list, "logprobs": r.list})
	}
	names := []string{"text", "refusal", "arguments", "input", "code", "diff"}
	fields := makers{
		"output_index":     r.one(`0`, `0`, `1`, `3`, `-1`, `1e9`, `null`),
		"item_id":          r.one(`"i1"`, `"i2"`, `null`),
		"content_index":    r.one(`0`, `1`, `2`, `500`, `null`),
		"summary_index":    r.one(`0`, `1`, `500`),
		"annotation_index": r.one(`0`, `1`, `500`),
		"delta":            r.one(`"a"`, `"b"`, `""`, `null`, `5`),
		"logprobs":         r.list,
		"annotation":       r.one(`{"url":"x"}`, `null`),
		"part":             part,
		"item": func() json.RawMessage {
			return r.some(makers{
				"id": r.one(`"i1"`, `"i2"`, `"i3"`, `7`), "type": r.one(`"message"`, `"reasoning"`, `"function_call"`),
				"content": func() json.RawMessage { return r.many(2, part) }, "summary": func() json.RawMessage { return r.many(1, part) },
				"arguments": r.word, "operation": r.one(`{"type":"update_file"}`, `1`), "status": r.one(`"in_progress"`),
			})
		},
	}
	for _, name := range names {
		fields[name] = r.word
	}
	if r.IntN(5) == 0 {
		fields["response"] = func() json.RawMessage {
			return r.some(makers{"id": r.word, "output": r.one(`[]`, `[{"id":"i9"}]`, `null`), "usage": r.one(`{"total":1}`)})
		}
	}
	return r.typed(string(r.pick(responseTypes...)), fields)
}

var responseTypes = []string{
	`"response.created"`, `"response.completed"`, `"response.failed"`, `"response.output_item.added"`, `"response.output_item.done"`,
	`"response.content_part.added"`, `"response.content_part.done"`, `"response.reasoning_summary_part.added"`,
	`"response.output_text.annotation.added"`, `"response.output_text.delta"`, `"response.output_text.done"`,
	`"response.refusal.delta"`, `"response.refusal.done"`, `"response.reasoning_text.delta"`, `"response.reasoning_text.done"`,
	`"response.reasoning_summary_text.delta"`, `"response.function_call_arguments.delta"`, `"response.function_call_arguments.done"`,
	`"response.custom_tool_call_input.delta"`, `"response.code_interpreter_call_code.delta"`,
	`"response.apply_patch_call_operation_diff.delta"`, `"response.apply_patch_call_operation_diff.done"`,
	`"response.web_search_call.searching"`, `"response.x_call.failed"`, `"response.unknown"`, `5`, `"_call.completed"`,
}

func (r random) messageEvent() json.RawMessage {
	usage := func() json.RawMessage {
		return r.some(makers{"input_tokens": r.one(`1`, `2`), "output_tokens": r.one(`3`, `null`), "new_count": r.one(`null`, `4`)})
	}
	block := func() json.RawMessage {
		return r.some(makers{
			"type": r.one(`"text"`, `"thinking"`, `"tool_use"`), "text": r.word, "thinking": r.word, "signature": r.word,
			"citations": r.list, "input": r.one(`{}`, `{"a":1}`), "new_field": r.one(`1`, `null`, `"x"`),
		})
	}
	index := r.one(`0`, `0`, `0`, `1`, `3`, `-1`, `1e9`, `"1"`, `null`)
	return r.typed(string(r.pick(`"message_start"`, `"content_block_start"`, `"content_block_delta"`, `"content_block_delta"`,
		`"content_block_delta"`, `"message_delta"`, `"message_stop"`, `"ping"`)), makers{
		"index":         index,
		"content_block": block,
		"message": func() json.RawMessage {
			return r.some(makers{"id": r.word, "content": func() json.RawMessage { return r.many(2, block) }, "usage": usage})
		},
		"usage":     usage,
		"new_field": r.one(`null`, `"x"`),
		"delta": func() json.RawMessage {
			return r.some(makers{
				"type": r.one(`"text_delta"`, `"thinking_delta"`, `"signature_delta"`, `"citations_delta"`, `"input_json_delta"`,
					`"input_json_delta"`, `"compaction_delta"`, `"new_delta"`),
				"text": r.word, "thinking": r.word, "signature": r.word, "citation": r.one(`{"url":"x"}`),
				"partial_json": r.one(`""`, `"{"`, `"{\"a\""`, `":1"`, `","`, `"\"b\":["`, `"\"]"`, `"]"`, `"}"`, `"\\"`, `"\\\""`, `"tru"`,
					`"e"`, `"7"`, `"null"`),
				"stop_reason": r.one(`null`, `"end_turn"`), "usage": usage, "new_field": r.one(`1`, `null`, `"x"`, `{}`),
			})
		},
	})
}

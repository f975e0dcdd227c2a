// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package generated

import (
	"sync"

	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
)

// Merge maps the accumulator of an operation to the way in which its events add up. It is made when the first stream is opened.
var Merge = sync.OnceValue(func() map[string]*contract.Accumulator {
	return map[string]*contract.Accumulator{
		"chat": {Initial: `{"choices":[]}`, Rules: []contract.EventRule{
			{Steps: []contract.MergeStep{
				{Rule: contract.MergeRule{Object: &contract.ObjectRule{
					Fields: map[string]contract.MergeRule{
						"id":                  {Word: "first"},
						"created":             {Word: "first"},
						"model":               {Word: "first"},
						"provider":            {Word: "first_or_last"},
						"system_fingerprint":  {Word: "first"},
						"usage":               {Word: "filled"},
						"openrouter_metadata": {Word: "known"},
						"service_tier":        {Word: "known"},
						"debug":               {Word: "ignore"},
						"choices": {List: &contract.ListRule{Position: contract.Position{
							Index:      "index",
							Numeric:    true,
							Missing:    "place",
							Sparse:     true,
							MaxSkipped: -1,
						}, Item: contract.ObjectRule{
							Fields: map[string]contract.MergeRule{
								"finish_reason":        {Word: "filled"},
								"native_finish_reason": {Word: "known"},
								"logprobs": {Object: &contract.ObjectRule{Otherwise: "extend", Defaults: map[string]string{
									"content": `null`,
								}}},
								"delta": {Object: &contract.ObjectRule{
									Fields: map[string]contract.MergeRule{
										"content":   {Word: "concat"},
										"reasoning": {Word: "concat"},
										"reasoning_details": {Blocks: &contract.BlocksRule{
											Type:      "type",
											Index:     "index",
											ID:        "id",
											Texts:     []string{"text", "summary", "data"},
											Continued: []string{"reasoning.text", "reasoning.summary"},
											Signature: "signature",
											Signed:    []string{"text", "summary"},
										}},
										"tool_calls": {Calls: &contract.CallsRule{
											Index:          "index",
											ID:             "id",
											Type:           "type",
											Function:       "function",
											Name:           "name",
											Arguments:      "arguments",
											MaxSkipped:     64,
											Initial:        `{"id":"","type":"function","function":{"name":"","arguments":""}}`,
											EmptyArguments: "{}",
										}},
										"audio": {Object: &contract.ObjectRule{Fields: map[string]contract.MergeRule{
											"data":       {Word: "concat"},
											"transcript": {Word: "concat"},
										}, Otherwise: "replace"}},
										"function_call": {Object: &contract.ObjectRule{Fields: map[string]contract.MergeRule{
											"name":      {Word: "concat"},
											"arguments": {Word: "concat"},
										}, Otherwise: "replace"}},
									},
									Otherwise: "auto",
									Constants: map[string]string{
										"role": `"assistant"`,
									},
									Defaults: map[string]string{
										"content": `null`,
									},
									EmptyIsNullWith: map[string]string{
										"content": "tool_calls",
									},
								}},
							},
							Otherwise: "last",
							Rename: map[string]string{
								"delta": "message",
							},
							Defaults: map[string]string{
								"finish_reason": `null`,
							},
						}}},
					},
					Otherwise: "first_and_last",
					Constants: map[string]string{
						"object": `"chat.completion"`,
					},
					Defaults: map[string]string{
						"system_fingerprint": `null`,
					},
				}}},
			}},
		}},
		"responses": {Initial: `{"object":"response","status":"in_progress","output":[]}`, Rules: []contract.EventRule{
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"*.completed", "*.incomplete", "*.failed"}},
			}, Has: "response", Steps: []contract.MergeStep{
				{From: "response", Rule: contract.MergeRule{Whole: &contract.WholeRule{Lists: map[string]string{
					"output": "keep_if_empty",
				}}}},
			}},
			{Has: "response", Steps: []contract.MergeStep{
				{From: "response", Rule: contract.MergeRule{Whole: &contract.WholeRule{Lists: map[string]string{
					"output": "keep",
				}}}},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"response.output_item.*"}},
			}, Steps: []contract.MergeStep{
				{At: []contract.PathStep{
					{List: "output", Position: contract.Position{
						Index:      "output_index",
						ID:         "item.id",
						Missing:    "append",
						Sparse:     true,
						MaxSkipped: -1,
					}},
				}, From: "item", Rule: contract.MergeRule{Word: "put"}},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"response.content_part.*"}},
			}, Steps: []contract.MergeStep{
				{At: []contract.PathStep{
					{List: "output", Position: contract.Position{
						Index:      "output_index",
						ID:         "item_id",
						Missing:    "last",
						Sparse:     true,
						MaxSkipped: -1,
						Create:     `{"type":"message","role":"assistant","status":"in_progress"}`,
					}},
					{List: "content", Position: contract.Position{Index: "content_index", Missing: "append", MaxSkipped: 64}},
				}, From: "part", Rule: contract.MergeRule{Word: "put"}},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"response.reasoning_summary_part.*"}},
			}, Steps: []contract.MergeStep{
				{At: []contract.PathStep{
					{List: "output", Position: contract.Position{
						Index:      "output_index",
						ID:         "item_id",
						Missing:    "last",
						Sparse:     true,
						MaxSkipped: -1,
						Create:     `{"type":"reasoning"}`,
					}},
					{List: "summary", Position: contract.Position{Index: "summary_index", Missing: "append", MaxSkipped: 64}},
				}, From: "part", Rule: contract.MergeRule{Word: "put"}},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"response.output_text.annotation.added"}},
			}, Steps: []contract.MergeStep{
				{At: []contract.PathStep{
					{List: "output", Position: contract.Position{
						Index:      "output_index",
						ID:         "item_id",
						Missing:    "last",
						Sparse:     true,
						MaxSkipped: -1,
						Create:     `{"type":"message","role":"assistant","status":"in_progress"}`,
					}},
					{List: "content", Position: contract.Position{
						Index:      "content_index",
						Missing:    "last",
						MaxSkipped: 64,
						Create:     `{"type":"output_text"}`,
					}},
					{List: "annotations", Position: contract.Position{Index: "annotation_index", Missing: "append", MaxSkipped: 64}},
				}, From: "annotation", Rule: contract.MergeRule{Word: "replace"}},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"response.output_text.delta"}},
			}, Steps: []contract.MergeStep{
				{
					At: []contract.PathStep{
						{List: "output", Position: contract.Position{
							Index:      "output_index",
							ID:         "item_id",
							Missing:    "last",
							Sparse:     true,
							MaxSkipped: -1,
							Create:     `{"type":"message","role":"assistant","status":"in_progress"}`,
						}},
						{List: "content", Position: contract.Position{
							Index:      "content_index",
							Missing:    "last",
							MaxSkipped: 64,
							Create:     `{"type":"output_text"}`,
						}},
					},
					To:   "text",
					From: "delta",
					Rule: contract.MergeRule{Word: "concat"},
				},
				{
					At: []contract.PathStep{
						{List: "output", Position: contract.Position{
							Index:      "output_index",
							ID:         "item_id",
							Missing:    "last",
							Sparse:     true,
							MaxSkipped: -1,
							Create:     `{"type":"message","role":"assistant","status":"in_progress"}`,
						}},
						{List: "content", Position: contract.Position{
							Index:      "content_index",
							Missing:    "last",
							MaxSkipped: 64,
							Create:     `{"type":"output_text"}`,
						}},
					},
					To:   "logprobs",
					From: "logprobs",
					Rule: contract.MergeRule{Word: "extend_filled"},
				},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"response.output_text.done"}},
			}, Steps: []contract.MergeStep{
				{
					At: []contract.PathStep{
						{List: "output", Position: contract.Position{
							Index:      "output_index",
							ID:         "item_id",
							Missing:    "last",
							Sparse:     true,
							MaxSkipped: -1,
							Create:     `{"type":"message","role":"assistant","status":"in_progress"}`,
						}},
						{List: "content", Position: contract.Position{
							Index:      "content_index",
							Missing:    "last",
							MaxSkipped: 64,
							Create:     `{"type":"output_text"}`,
						}},
					},
					To:   "text",
					From: "text",
					Rule: contract.MergeRule{Word: "text"},
				},
				{
					At: []contract.PathStep{
						{List: "output", Position: contract.Position{
							Index:      "output_index",
							ID:         "item_id",
							Missing:    "last",
							Sparse:     true,
							MaxSkipped: -1,
							Create:     `{"type":"message","role":"assistant","status":"in_progress"}`,
						}},
						{List: "content", Position: contract.Position{
							Index:      "content_index",
							Missing:    "last",
							MaxSkipped: 64,
							Create:     `{"type":"output_text"}`,
						}},
					},
					To:   "logprobs",
					From: "logprobs",
					Rule: contract.MergeRule{Word: "filled"},
				},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"response.refusal.delta"}},
			}, Steps: []contract.MergeStep{
				{
					At: []contract.PathStep{
						{List: "output", Position: contract.Position{
							Index:      "output_index",
							ID:         "item_id",
							Missing:    "last",
							Sparse:     true,
							MaxSkipped: -1,
							Create:     `{"type":"message","role":"assistant","status":"in_progress"}`,
						}},
						{List: "content", Position: contract.Position{
							Index:      "content_index",
							Missing:    "last",
							MaxSkipped: 64,
							Create:     `{"type":"refusal"}`,
						}},
					},
					To:   "refusal",
					From: "delta",
					Rule: contract.MergeRule{Word: "concat"},
				},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"response.refusal.done"}},
			}, Steps: []contract.MergeStep{
				{
					At: []contract.PathStep{
						{List: "output", Position: contract.Position{
							Index:      "output_index",
							ID:         "item_id",
							Missing:    "last",
							Sparse:     true,
							MaxSkipped: -1,
							Create:     `{"type":"message","role":"assistant","status":"in_progress"}`,
						}},
						{List: "content", Position: contract.Position{
							Index:      "content_index",
							Missing:    "last",
							MaxSkipped: 64,
							Create:     `{"type":"refusal"}`,
						}},
					},
					To:   "refusal",
					From: "refusal",
					Rule: contract.MergeRule{Word: "text"},
				},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"response.reasoning_text.delta"}},
			}, Steps: []contract.MergeStep{
				{
					At: []contract.PathStep{
						{List: "output", Position: contract.Position{
							Index:      "output_index",
							ID:         "item_id",
							Missing:    "last",
							Sparse:     true,
							MaxSkipped: -1,
							Create:     `{"type":"reasoning"}`,
						}},
						{List: "content", Position: contract.Position{
							Index:      "content_index",
							Missing:    "last",
							MaxSkipped: 64,
							Create:     `{"type":"reasoning_text"}`,
						}},
					},
					To:   "text",
					From: "delta",
					Rule: contract.MergeRule{Word: "concat"},
				},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"response.reasoning_text.done"}},
			}, Steps: []contract.MergeStep{
				{
					At: []contract.PathStep{
						{List: "output", Position: contract.Position{
							Index:      "output_index",
							ID:         "item_id",
							Missing:    "last",
							Sparse:     true,
							MaxSkipped: -1,
							Create:     `{"type":"reasoning"}`,
						}},
						{List: "content", Position: contract.Position{
							Index:      "content_index",
							Missing:    "last",
							MaxSkipped: 64,
							Create:     `{"type":"reasoning_text"}`,
						}},
					},
					To:   "text",
					From: "text",
					Rule: contract.MergeRule{Word: "text"},
				},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"response.reasoning_summary_text.delta"}},
			}, Steps: []contract.MergeStep{
				{
					At: []contract.PathStep{
						{List: "output", Position: contract.Position{
							Index:      "output_index",
							ID:         "item_id",
							Missing:    "last",
							Sparse:     true,
							MaxSkipped: -1,
							Create:     `{"type":"reasoning"}`,
						}},
						{List: "summary", Position: contract.Position{
							Index:      "summary_index",
							Missing:    "last",
							MaxSkipped: 64,
							Create:     `{"type":"summary_text"}`,
						}},
					},
					To:   "text",
					From: "delta",
					Rule: contract.MergeRule{Word: "concat"},
				},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"response.reasoning_summary_text.done"}},
			}, Steps: []contract.MergeStep{
				{
					At: []contract.PathStep{
						{List: "output", Position: contract.Position{
							Index:      "output_index",
							ID:         "item_id",
							Missing:    "last",
							Sparse:     true,
							MaxSkipped: -1,
							Create:     `{"type":"reasoning"}`,
						}},
						{List: "summary", Position: contract.Position{
							Index:      "summary_index",
							Missing:    "last",
							MaxSkipped: 64,
							Create:     `{"type":"summary_text"}`,
						}},
					},
					To:   "text",
					From: "text",
					Rule: contract.MergeRule{Word: "text"},
				},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"response.function_call_arguments.delta"}},
			}, Steps: []contract.MergeStep{
				{
					At: []contract.PathStep{
						{List: "output", Position: contract.Position{
							Index:      "output_index",
							ID:         "item_id",
							Missing:    "last",
							Sparse:     true,
							MaxSkipped: -1,
							Create:     `{"type":"function_call"}`,
						}},
					},
					To:   "arguments",
					From: "delta",
					Rule: contract.MergeRule{Word: "concat"},
				},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"response.function_call_arguments.done"}},
			}, Steps: []contract.MergeStep{
				{
					At: []contract.PathStep{
						{List: "output", Position: contract.Position{
							Index:      "output_index",
							ID:         "item_id",
							Missing:    "last",
							Sparse:     true,
							MaxSkipped: -1,
							Create:     `{"type":"function_call"}`,
						}},
					},
					To:   "arguments",
					From: "arguments",
					Rule: contract.MergeRule{Word: "text"},
				},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"response.mcp_call_arguments.delta"}},
			}, Steps: []contract.MergeStep{
				{
					At: []contract.PathStep{
						{List: "output", Position: contract.Position{
							Index:      "output_index",
							ID:         "item_id",
							Missing:    "last",
							Sparse:     true,
							MaxSkipped: -1,
							Create:     `{"type":"mcp_call"}`,
						}},
					},
					To:   "arguments",
					From: "delta",
					Rule: contract.MergeRule{Word: "concat"},
				},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"response.mcp_call_arguments.done"}},
			}, Steps: []contract.MergeStep{
				{
					At: []contract.PathStep{
						{List: "output", Position: contract.Position{
							Index:      "output_index",
							ID:         "item_id",
							Missing:    "last",
							Sparse:     true,
							MaxSkipped: -1,
							Create:     `{"type":"mcp_call"}`,
						}},
					},
					To:   "arguments",
					From: "arguments",
					Rule: contract.MergeRule{Word: "text"},
				},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"response.custom_tool_call_input.delta"}},
			}, Steps: []contract.MergeStep{
				{
					At: []contract.PathStep{
						{List: "output", Position: contract.Position{
							Index:      "output_index",
							ID:         "item_id",
							Missing:    "last",
							Sparse:     true,
							MaxSkipped: -1,
							Create:     `{"type":"custom_tool_call"}`,
						}},
					},
					To:   "input",
					From: "delta",
					Rule: contract.MergeRule{Word: "concat"},
				},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"response.custom_tool_call_input.done"}},
			}, Steps: []contract.MergeStep{
				{
					At: []contract.PathStep{
						{List: "output", Position: contract.Position{
							Index:      "output_index",
							ID:         "item_id",
							Missing:    "last",
							Sparse:     true,
							MaxSkipped: -1,
							Create:     `{"type":"custom_tool_call"}`,
						}},
					},
					To:   "input",
					From: "input",
					Rule: contract.MergeRule{Word: "text"},
				},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"response.code_interpreter_call_code.delta"}},
			}, Steps: []contract.MergeStep{
				{
					At: []contract.PathStep{
						{List: "output", Position: contract.Position{
							Index:      "output_index",
							ID:         "item_id",
							Missing:    "last",
							Sparse:     true,
							MaxSkipped: -1,
							Create:     `{"type":"code_interpreter_call"}`,
						}},
					},
					To:   "code",
					From: "delta",
					Rule: contract.MergeRule{Word: "concat"},
				},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"response.code_interpreter_call_code.done"}},
			}, Steps: []contract.MergeStep{
				{
					At: []contract.PathStep{
						{List: "output", Position: contract.Position{
							Index:      "output_index",
							ID:         "item_id",
							Missing:    "last",
							Sparse:     true,
							MaxSkipped: -1,
							Create:     `{"type":"code_interpreter_call"}`,
						}},
					},
					To:   "code",
					From: "code",
					Rule: contract.MergeRule{Word: "text"},
				},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"response.apply_patch_call_operation_diff.delta"}},
			}, Steps: []contract.MergeStep{
				{
					At: []contract.PathStep{
						{List: "output", Position: contract.Position{
							Index:      "output_index",
							ID:         "item_id",
							Missing:    "last",
							Sparse:     true,
							MaxSkipped: -1,
							Create:     `{"type":"apply_patch_call"}`,
						}},
						{Object: "operation"},
					},
					To:   "diff",
					From: "delta",
					Rule: contract.MergeRule{Word: "concat"},
				},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"response.apply_patch_call_operation_diff.done"}},
			}, Steps: []contract.MergeStep{
				{
					At: []contract.PathStep{
						{List: "output", Position: contract.Position{
							Index:      "output_index",
							ID:         "item_id",
							Missing:    "last",
							Sparse:     true,
							MaxSkipped: -1,
							Create:     `{"type":"apply_patch_call"}`,
						}},
						{Object: "operation"},
					},
					To:   "diff",
					From: "diff",
					Rule: contract.MergeRule{Word: "text"},
				},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"*_call.in_progress"}},
			}, Steps: []contract.MergeStep{
				{
					At: []contract.PathStep{
						{List: "output", Position: contract.Position{
							Index:      "output_index",
							ID:         "item_id",
							Missing:    "ignore",
							Sparse:     true,
							MaxSkipped: -1,
						}},
					},
					To:    "status",
					Value: `"in_progress"`,
					Rule:  contract.MergeRule{Word: "replace"},
				},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"*_call.searching"}},
			}, Steps: []contract.MergeStep{
				{
					At: []contract.PathStep{
						{List: "output", Position: contract.Position{
							Index:      "output_index",
							ID:         "item_id",
							Missing:    "ignore",
							Sparse:     true,
							MaxSkipped: -1,
						}},
					},
					To:    "status",
					Value: `"searching"`,
					Rule:  contract.MergeRule{Word: "replace"},
				},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"*_call.generating"}},
			}, Steps: []contract.MergeStep{
				{
					At: []contract.PathStep{
						{List: "output", Position: contract.Position{
							Index:      "output_index",
							ID:         "item_id",
							Missing:    "ignore",
							Sparse:     true,
							MaxSkipped: -1,
						}},
					},
					To:    "status",
					Value: `"generating"`,
					Rule:  contract.MergeRule{Word: "replace"},
				},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"*_call.interpreting"}},
			}, Steps: []contract.MergeStep{
				{
					At: []contract.PathStep{
						{List: "output", Position: contract.Position{
							Index:      "output_index",
							ID:         "item_id",
							Missing:    "ignore",
							Sparse:     true,
							MaxSkipped: -1,
						}},
					},
					To:    "status",
					Value: `"interpreting"`,
					Rule:  contract.MergeRule{Word: "replace"},
				},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"*_call.completed"}},
			}, Steps: []contract.MergeStep{
				{
					At: []contract.PathStep{
						{List: "output", Position: contract.Position{
							Index:      "output_index",
							ID:         "item_id",
							Missing:    "ignore",
							Sparse:     true,
							MaxSkipped: -1,
						}},
					},
					To:    "status",
					Value: `"completed"`,
					Rule:  contract.MergeRule{Word: "replace"},
				},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"*_call.failed"}},
			}, Steps: []contract.MergeStep{
				{
					At: []contract.PathStep{
						{List: "output", Position: contract.Position{
							Index:      "output_index",
							ID:         "item_id",
							Missing:    "ignore",
							Sparse:     true,
							MaxSkipped: -1,
						}},
					},
					To:    "status",
					Value: `"failed"`,
					Rule:  contract.MergeRule{Word: "replace"},
				},
			}},
		}},
		"messages": {Initial: `{"content":[]}`, Rules: []contract.EventRule{
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"message_start"}},
			}, Steps: []contract.MergeStep{
				{From: "message", Rule: contract.MergeRule{Whole: &contract.WholeRule{Lists: map[string]string{
					"content": "put",
				}}}},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"content_block_start"}},
			}, Steps: []contract.MergeStep{
				{At: []contract.PathStep{
					{List: "content", Position: contract.Position{
						Index:      "index",
						Missing:    "ignore",
						Sparse:     true,
						MaxSkipped: -1,
					}},
				}, From: "content_block", Rule: contract.MergeRule{Word: "put"}},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"content_block_delta"}},
				{Path: "delta.type", Patterns: []string{"text_delta"}},
			}, Steps: []contract.MergeStep{
				{
					At: []contract.PathStep{
						{List: "content", Position: contract.Position{
							Index:      "index",
							Missing:    "ignore",
							Sparse:     true,
							MaxSkipped: -1,
							Create:     `{"type":"text"}`,
						}},
					},
					To:   "text",
					From: "delta.text",
					Rule: contract.MergeRule{Word: "concat"},
				},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"content_block_delta"}},
				{Path: "delta.type", Patterns: []string{"citations_delta"}},
			}, Steps: []contract.MergeStep{
				{
					At: []contract.PathStep{
						{List: "content", Position: contract.Position{
							Index:      "index",
							Missing:    "ignore",
							Sparse:     true,
							MaxSkipped: -1,
							Create:     `{"type":"text"}`,
						}},
					},
					To:   "citations",
					From: "delta.citation",
					Rule: contract.MergeRule{Word: "append"},
				},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"content_block_delta"}},
				{Path: "delta.type", Patterns: []string{"thinking_delta"}},
			}, Steps: []contract.MergeStep{
				{
					At: []contract.PathStep{
						{List: "content", Position: contract.Position{
							Index:      "index",
							Missing:    "ignore",
							Sparse:     true,
							MaxSkipped: -1,
							Create:     `{"type":"thinking"}`,
						}},
					},
					To:   "thinking",
					From: "delta.thinking",
					Rule: contract.MergeRule{Word: "concat"},
				},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"content_block_delta"}},
				{Path: "delta.type", Patterns: []string{"signature_delta"}},
			}, Steps: []contract.MergeStep{
				{At: []contract.PathStep{
					{List: "content", Position: contract.Position{
						Index:      "index",
						Missing:    "ignore",
						Sparse:     true,
						MaxSkipped: -1,
						Create:     `{"type":"thinking"}`,
					}},
				}, From: "delta", Rule: contract.MergeRule{Object: &contract.ObjectRule{Fields: map[string]contract.MergeRule{
					"type": {Word: "ignore"},
				}, Otherwise: "replace"}}},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"content_block_delta"}},
				{Path: "delta.type", Patterns: []string{"input_json_delta"}},
			}, Steps: []contract.MergeStep{
				{
					At: []contract.PathStep{
						{List: "content", Position: contract.Position{
							Index:      "index",
							Missing:    "ignore",
							Sparse:     true,
							MaxSkipped: -1,
							Create:     `{"type":"tool_use"}`,
						}},
					},
					To:   "input",
					From: "delta.partial_json",
					Rule: contract.MergeRule{Word: "json"},
				},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"content_block_delta"}},
				{Path: "delta.type", Patterns: []string{"compaction_delta"}},
			}, Steps: []contract.MergeStep{
				{At: []contract.PathStep{
					{List: "content", Position: contract.Position{
						Index:      "index",
						Missing:    "ignore",
						Sparse:     true,
						MaxSkipped: -1,
						Create:     `{}`,
					}},
				}, From: "delta", Rule: contract.MergeRule{Object: &contract.ObjectRule{Fields: map[string]contract.MergeRule{
					"type": {Word: "ignore"},
				}, Otherwise: "replace"}}},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"content_block_delta"}},
			}, Steps: []contract.MergeStep{
				{At: []contract.PathStep{
					{List: "content", Position: contract.Position{
						Index:      "index",
						Missing:    "ignore",
						Sparse:     true,
						MaxSkipped: -1,
						Create:     `{}`,
					}},
				}, From: "delta", Rule: contract.MergeRule{Object: &contract.ObjectRule{Fields: map[string]contract.MergeRule{
					"type": {Word: "ignore"},
				}, Otherwise: "join"}}},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"message_delta"}},
			}, Steps: []contract.MergeStep{
				{Rule: contract.MergeRule{Object: &contract.ObjectRule{Fields: map[string]contract.MergeRule{
					"type":  {Word: "ignore"},
					"delta": {Word: "ignore"},
					"usage": {Word: "ignore"},
				}, Otherwise: "known"}}},
				{From: "delta", Rule: contract.MergeRule{Object: &contract.ObjectRule{Fields: map[string]contract.MergeRule{
					"usage": {Object: &contract.ObjectRule{Otherwise: "known"}},
				}, Otherwise: "known"}}},
				{To: "usage", From: "usage", Rule: contract.MergeRule{Object: &contract.ObjectRule{Otherwise: "known"}}},
			}},
			{When: []contract.Condition{
				{Path: "type", Patterns: []string{"message_stop"}},
			}, Steps: []contract.MergeStep{
				{Rule: contract.MergeRule{Object: &contract.ObjectRule{Fields: map[string]contract.MergeRule{
					"type": {Word: "ignore"},
				}, Otherwise: "known"}}},
			}},
		}},
	}
})

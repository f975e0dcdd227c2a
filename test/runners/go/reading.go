package conformance

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"

	patchbay "github.com/patchbay/patchbay/packages/client-go"
)

// run makes the call and reports what it returns. Its error is that of the SDK.
func (c *call) run(ctx context.Context) error {
	switch c.As {
	case "", "value":
		return c.readValue(ctx)
	case "stream", "text", "events", "final":
		return c.readStream(ctx)
	case "pages":
		return c.readPages(ctx)
	case "parse":
		return c.readParsed(ctx)
	case "raw":
		return c.readRaw(ctx)
	case "vectors":
		return c.readVectors(ctx)
	case "fallback":
		return c.callWithFallback(ctx)
	}
	c.fault = fmt.Errorf("the runner cannot read a step as %q", c.As)
	return nil
}

// send calls the method. The last value that it returns is an error.
func (c *call) send(ctx context.Context, output any, more ...patchbay.Option) (reflect.Value, error) {
	results, err := c.method.call(ctx, c.Input, c.params, output, append(c.options, more...))
	if err != nil {
		c.fault = err
		return reflect.Value{}, err
	}
	err, _ = results[len(results)-1].Interface().(error)
	return results[0], err
}

func (c *call) readValue(ctx context.Context) error {
	value, err := c.send(ctx, nil)
	if err != nil {
		return err
	}
	c.report.Value = c.toJSON(value.Interface())
	c.report.Info = toInfo(value.Interface())
	return nil
}

func (c *call) readParsed(ctx context.Context) error {
	output := reflect.New(c.Schema.outputType())
	value, err := c.send(ctx, output.Interface())
	if err != nil {
		return err
	}
	c.report.Value = c.toJSON(value.Interface())
	c.report.Parsed = c.toJSON(output.Interface())
	c.report.Info = toInfo(value.Interface())
	return nil
}

func (c *call) readRaw(ctx context.Context) error {
	var raw patchbay.RawResponse
	if _, err := c.send(ctx, nil, patchbay.WithRawResponse(&raw)); err != nil {
		return err
	}
	c.report.Value = c.toJSON(map[string]any{"status": raw.Status, "headers": toHeaders(raw.Header), "text": string(raw.Body)})
	return nil
}

func (c *call) readVectors(ctx context.Context) error {
	value, err := c.send(ctx, nil)
	if err != nil {
		return err
	}
	c.report.Value = c.toJSON(value.Elem().FieldByName("Vectors").Interface())
	return nil
}

func (c *call) readPages(ctx context.Context) error {
	results, err := c.method.call(ctx, c.Input, c.params, nil, c.options)
	if err != nil {
		c.fault = err
		return err
	}
	return c.readAll(results[0], &c.report.Items)
}

func (c *call) readStream(ctx context.Context) error {
	stream, err := c.send(ctx, nil)
	if err != nil {
		return err
	}
	defer stream.MethodByName("Close").Call(nil)
	c.report.Info = toInfo(stream.Interface())
	switch c.As {
	case "final":
		results := stream.MethodByName("Final").Call(nil)
		if err, _ := results[1].Interface().(error); err != nil {
			return err
		}
		c.report.Value = c.toJSON(results[0].Interface())
		return nil
	case "text":
		var pieces []json.RawMessage
		err := c.readAll(stream.MethodByName("Text").Call(nil)[0], &pieces)
		c.report.Text = c.join(pieces)
		return err
	case "events":
		return c.readAll(stream.MethodByName("Events").Call(nil)[0], &c.report.Events)
	}
	if err := c.readAll(stream.MethodByName("All").Call(nil)[0], &c.report.Events); err != nil || !c.ReadTwice {
		return err
	}
	var again []json.RawMessage
	return c.readAll(stream.MethodByName("All").Call(nil)[0], &again)
}

// readAll reads a loop, an iter.Seq2 of items and errors, into a list, which keeps what arrived before an error.
func (c *call) readAll(loop reflect.Value, list *[]json.RawMessage) error {
	*list = []json.RawMessage{}
	for item, err := range loop.Seq2() {
		if err, _ := err.Interface().(error); err != nil {
			return err
		}
		*list = append(*list, c.toJSON(item.Interface()))
		if len(*list) == c.StopAfter {
			break
		}
		time.Sleep(milliseconds(c.PauseMs))
	}
	return nil
}

// join returns the text of all pieces.
func (c *call) join(pieces []json.RawMessage) *string {
	var all strings.Builder
	for _, piece := range pieces {
		var text string
		if err := json.Unmarshal(piece, &text); err != nil {
			c.fault = err
		}
		all.WriteString(text)
	}
	text := all.String()
	return &text
}

// toJSON encodes a value of the SDK.
func (c *call) toJSON(value any) json.RawMessage {
	text, err := json.Marshal(value)
	if err != nil {
		c.fault = fmt.Errorf("a %T of the SDK cannot be encoded: %w", value, err)
	}
	return text
}

// valueAt returns the value at a JSON pointer, or nil.
func valueAt(value any, pointer string) any {
	for _, word := range strings.Split(pointer, "/")[1:] {
		name := strings.NewReplacer("~1", "/", "~0", "~").Replace(word)
		switch parent := value.(type) {
		case map[string]any:
			value = parent[name]
		case []any:
			index, err := strconv.Atoi(name)
			if err != nil || index >= len(parent) {
				return nil
			}
			value = parent[index]
		default:
			return nil
		}
	}
	return value
}

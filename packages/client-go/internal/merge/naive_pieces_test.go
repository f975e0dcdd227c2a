package merge

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
)

type naiveBlocks struct {
	rule   *contract.BlocksRule
	blocks []map[string]any
	open   map[string]map[string]any
}

func (b *naiveBlocks) add(piece map[string]any) {
	hasIndex := !isNone(readPath(piece, b.rule.Index))
	key := fmt.Sprintf("%#v %#v", piece[b.rule.Type], piece[b.rule.Index])
	var found map[string]any
	if hasIndex {
		found = b.open[key]
	} else if len(b.blocks) > 0 {
		found = b.blocks[len(b.blocks)-1]
	}
	if found == nil || !b.continues(found, piece, hasIndex) {
		block := maps.Clone(piece)
		b.blocks = append(b.blocks, block)
		if hasIndex {
			b.open[key] = block
		}
		return
	}
	for name, v := range piece {
		if name == b.rule.Index || v == nil {
			continue
		}
		before, wasText := found[name].(string)
		if !wasText || !slices.Contains(b.rule.Texts, name) {
			found[name] = v
		} else if text, ok := v.(string); ok {
			found[name] = before + text
		} else {
			raw, _ := json.Marshal(v)
			found[name] = before + string(raw)
		}
	}
}

func (b *naiveBlocks) continues(block, piece map[string]any, hasIndex bool) bool {
	at := func(v map[string]any, name string) any { return readPath(v, name) }
	r := b.rule
	if !same(at(block, r.Type), at(piece, r.Type)) {
		return false
	}
	if asked(at(block, r.ID)) && asked(at(piece, r.ID)) && !same(block[r.ID], piece[r.ID]) {
		return false
	}
	if asked(at(block, r.Signature)) && !same(block[r.Signature], at(piece, r.Signature)) {
		hasSigned := slices.ContainsFunc(r.Signed, func(name string) bool { return asked(at(piece, name)) })
		if !hasIndex || hasSigned {
			return false
		}
	}
	text, _ := piece[r.Type].(string)
	return hasIndex || slices.Contains(r.Continued, text)
}

type naiveCalls struct {
	rule  *contract.CallsRule
	calls []map[string]any
	keys  map[any]int
	ids   map[any]int
	from  []int
	last  int
	lists int
}

func (c *naiveCalls) result() []any {
	list := []any{}
	for _, call := range c.calls {
		if call != nil {
			call, function := maps.Clone(call), maps.Clone(call[c.rule.Function].(map[string]any))
			if function[c.rule.Arguments] == "" {
				function[c.rule.Arguments] = c.rule.EmptyArguments
			}
			call[c.rule.Function] = function
			list = append(list, call)
		}
	}
	return list
}

func (c *naiveCalls) add(piece map[string]any) {
	index, id := readPath(piece, c.rule.Index), readPath(piece, c.rule.ID)
	number, isNumber := index.(float64)
	_, isText := index.(string)
	function, _ := piece[c.rule.Function].(map[string]any)
	key, ok := c.last, c.last >= 0
	if isNumber || isText {
		key, ok = c.keys[index]
	} else if known, isKnown := 0, false; asked(id) {
		if known, isKnown = c.ids[id]; isKnown {
			key, ok = known, true
		}
	}
	if !ok || c.startsNew(key, id, function) {
		key = len(c.calls)
		if at := int(number); isNumber && number == float64(at) && at >= 0 && at < len(c.calls)+c.rule.MaxSkipped &&
			(at >= len(c.calls) || c.calls[at] == nil) {
			key = at
		}
		for len(c.calls) <= key {
			c.calls, c.from = append(c.calls, nil), append(c.from, 0)
		}
		c.calls[key] = decode(c.rule.Initial).(map[string]any)
	}
	if isNumber || isText {
		c.keys[index] = key
	}
	if asked(id) {
		c.ids[id] = key
	}
	c.last, c.from[key] = key, c.lists
	c.extend(c.calls[key], piece, function)
}

func (c *naiveCalls) startsNew(key int, id any, function map[string]any) bool {
	call := c.calls[key]
	own := call[c.rule.Function].(map[string]any)
	before := own[c.rule.Arguments].(string)
	name, _ := function[c.rule.Name].(string)
	text, _ := function[c.rule.Arguments].(string)
	if asked(id) && call[c.rule.ID] != "" && !same(id, call[c.rule.ID]) {
		return name != "" || own[c.rule.Name] == "" || isWhole(before)
	}
	if name == "" || strings.TrimSpace(text) == "" || !isWhole(before) {
		return false
	}
	if name != own[c.rule.Name] {
		return true
	}
	if c.from[key] == c.lists {
		return !asked(id) || !same(id, call[c.rule.ID])
	}
	return !isBlankJSON(before) && text != before
}

func (c *naiveCalls) extend(call, piece, function map[string]any) {
	r := c.rule
	own := call[r.Function].(map[string]any)
	for name, v := range piece {
		isOwn := name == r.ID && (call[r.ID] != "" || !asked(v)) || name == r.Type && !asked(v)
		if name != r.Index && name != r.Function && !isOwn {
			call[name] = v
		}
	}
	for name, v := range function {
		if name != r.Name && name != r.Arguments {
			own[name] = v
		}
	}
	name, _ := function[r.Name].(string)
	text, _ := function[r.Arguments].(string)
	before, nameBefore := own[r.Arguments].(string), own[r.Name].(string)
	if name != "" && name != nameBefore && (nameBefore == "" || before == "") {
		own[r.Name] = nameBefore + name
	}
	switch {
	case text == "" || name != "" && isWhole(before) && text == before:
	case isBlankJSON(before) && strings.TrimSpace(text) != "":
		own[r.Arguments] = text
	default:
		own[r.Arguments] = before + text
	}
}

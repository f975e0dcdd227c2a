package merge

import (
	"maps"
	"regexp"
	"slices"

	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
)

func (a *naive) merge(rule *contract.MergeRule, place *holder, v any, into *fields, name string) {
	list, isList := v.([]any)
	switch {
	case rule.Word == "json":
		text, _ := v.(string)
		into.texts[name] += text
	case rule.Word != "":
		if merged := a.word(rule.Word, plainOf(place.get()), v); merged != absent {
			place.set(merged)
		}
	case rule.Whole != nil:
		a.replaceWhole(rule.Whole, v.(map[string]any))
	case rule.Object != nil:
		object, isObject := v.(map[string]any)
		if isObject || len(rule.Object.Constants) > 0 {
			a.mergeObject(rule.Object, toFields(place), object)
		} else if v == nil && isNone(place.get()) {
			place.set(nil)
		}
	case !isList:
	case rule.List != nil:
		items := slices.DeleteFunc(slices.Clone(list), func(v any) bool { return !isMap(v) })
		for at, item := range items {
			index := readPath(item, rule.List.Index)
			to := into.position(name, rule.List.Position, index, absent, at)
			target := toFields(to)
			a.mergeObject(&rule.List.Item, target, item.(map[string]any))
			target.plain[rule.List.Index] = float64(to.index)
		}
	case rule.Blocks != nil:
		if into.blocks[name] == nil {
			into.blocks[name] = &naiveBlocks{rule.Blocks, nil, map[string]map[string]any{}}
		}
		for _, item := range list {
			if isMap(item) {
				into.blocks[name].add(item.(map[string]any))
			}
		}
	case rule.Calls != nil:
		if into.calls[name] == nil {
			into.calls[name] = &naiveCalls{rule: rule.Calls, keys: map[any]int{}, ids: map[any]int{}, last: -1}
		}
		into.calls[name].lists++
		for _, item := range list {
			if isMap(item) {
				into.calls[name].add(item.(map[string]any))
			}
		}
	}
}

func (a *naive) mergeObject(rule *contract.ObjectRule, into *fields, v map[string]any) {
	target := func(name string) string {
		if renamed, ok := rule.Rename[name]; ok {
			return renamed
		}
		return name
	}
	rest := map[string]any{}
	for name, field := range v {
		known, isKnown := rule.Fields[name]
		switch {
		case isKnown && (known.Word != "first_or_last" || !a.isLater):
			a.merge(&known, into.field(target(name)), field, into, target(name))
		case isKnown, rule.Otherwise == "last", rule.Otherwise == "first_and_last":
			rest[target(name)] = field
		case rule.Otherwise != "":
			a.merge(&contract.MergeRule{Word: rule.Otherwise}, into.field(name), field, into, name)
		}
	}
	for name, known := range rule.Fields {
		if _, ok := v[name]; !ok && known.Object != nil && len(known.Object.Constants) > 0 {
			a.merge(&known, into.field(target(name)), map[string]any{}, into, target(name))
		}
	}
	if into.rule == nil && rule.Otherwise == "first_and_last" {
		into.first = rest
	}
	into.last, into.rule = rest, rule
}

func (a *naive) replaceWhole(rule *contract.WholeRule, v map[string]any) {
	before := toFields(&holder{get: func() any { return a.root }})
	root := newFields(v)
	a.root = root
	for name, way := range rule.Lists {
		s := before.lists[name]
		if s == nil {
			s = &naiveSparse{map[int]any{}, 0, map[any]int{}}
		}
		given, _ := v[name].([]any)
		if way == "put" {
			for index, item := range given {
				if isMap(item) {
					s.place(index).set(item)
				}
			}
		}
		if way != "keep_if_empty" || len(given) == 0 {
			delete(root.plain, name)
			root.lists[name] = s
		}
	}
}

// plainOf returns the value of a place as a plain value.
func plainOf(v any) any {
	switch v := v.(type) {
	case *fields:
		return v.result()
	case []any:
		items := make([]any, len(v))
		for i := range v {
			items[i] = plainOf(v[i])
		}
		return items
	default:
		return v
	}
}

func (a *naive) word(word string, before, v any) any {
	text, isText := v.(string)
	textBefore, wasText := before.(string)
	list, isList := v.([]any)
	listBefore, _ := before.([]any)
	extended := append(slices.Clone(listBefore), list...)
	keepNull := before
	if isNone(before) {
		keepNull = nil
	}
	switch {
	case word == "append":
		return append(slices.Clone(listBefore), v)
	case v == nil && slices.Contains([]string{"auto", "concat", "extend", "known"}, word):
		return keepNull
	case isList && slices.Contains([]string{"auto", "extend"}, word), word == "extend_filled" && len(list) > 0:
		if extended == nil {
			return []any{}
		}
		return extended
	case isText && (word == "auto" || word == "concat" || word == "join" && wasText):
		return textBefore + text
	case word == "filled" && v != nil && v != "" && !(isList && len(list) == 0),
		(word == "first" || word == "first_or_last") && !a.isLater, word == "text" && isText,
		slices.Contains([]string{"auto", "extend", "join", "known", "put", "replace"}, word):
		return v
	}
	return absent
}

func (f *fields) result() map[string]any {
	result := map[string]any{}
	if f.rule != nil {
		for name, text := range f.rule.Defaults {
			result[name] = decode(text)
		}
	}
	maps.Copy(result, f.first)
	maps.Copy(result, f.last)
	for name, v := range f.plain {
		result[name] = plainOf(v)
	}
	for name, s := range f.lists {
		items := []any{}
		for _, at := range slices.Sorted(maps.Keys(s.items)) {
			items = append(items, plainOf(s.items[at]))
		}
		result[name] = items
	}
	for name, text := range f.texts {
		if v := readCut(text); !isNone(v) {
			result[name] = v
		}
	}
	for name, b := range f.blocks {
		if delete(result, name); len(b.blocks) > 0 {
			result[name] = asList(b.blocks)
		}
	}
	for name, c := range f.calls {
		if delete(result, name); len(c.calls) > 0 {
			result[name] = c.result()
		}
	}
	if f.rule != nil {
		for name, text := range f.rule.Constants {
			result[name] = decode(text)
		}
		for name, other := range f.rule.EmptyIsNullWith {
			if _, ok := result[other]; ok && result[name] == "" {
				result[name] = nil
			}
		}
	}
	return result
}

func asList(objects []map[string]any) []any {
	list := make([]any, len(objects))
	for i := range objects {
		list[i] = objects[i]
	}
	return list
}

var tokens = regexp.MustCompile(`(?s)"(?:[^"\\]|\\.)*(?:"|\\?$)|[\[{\]},]`)

func readCut(text string) any {
	open, end := "", text
	for _, at := range tokens.FindAllStringIndex(text, -1) {
		switch token := text[at[0]:at[1]]; token {
		case "{":
			open, end = "}"+open, text[:at[1]]+"}"+open
		case "[":
			open, end = "]"+open, text[:at[1]]+"]"+open
		case "}", "]":
			open = open[min(1, len(open)):]
			end = text[:at[1]] + open
		case ",":
			end = text[:at[0]] + open
		}
	}
	return decode(end)
}

func isWhole(text string) (isWhole bool) {
	depth := 0
	for _, token := range tokens.FindAllString(text, -1) {
		switch token {
		case "{", "[":
			depth++
		case "}", "]":
			depth--
			isWhole = depth == 0
		}
	}
	return isWhole
}

func isBlankJSON(text string) bool {
	return len(text) < 16 && regexp.MustCompile(`^\s*\{\s*\}\s*$`).MatchString(text)
}

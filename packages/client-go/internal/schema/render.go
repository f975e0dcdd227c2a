package schema

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
)

// The limits of strict mode.
const (
	mostNesting    = 10
	mostProperties = 5000
	mostValues     = 1000
)

// renderer writes schemas. Properties keep the order of the fields, because models write them in this order.
type renderer struct {
	root        *node
	definitions []*node
	names       map[*node]string
	isStrict    bool
	properties  int
	values      int
}

// render returns the JSON Schema of a value, and whether strict mode accepts it.
func render(root value) (json.RawMessage, bool) {
	r := renderer{root: root.node, names: map[*node]string{}, isStrict: true}
	members := r.members(root.node, 0)
	var definitions []member
	for i := 0; i < len(r.definitions); i++ {
		made := r.definitions[i]
		definitions = append(definitions, member{r.names[made], object(r.members(made, 0))})
	}
	if definitions != nil {
		members = append(members, member{"$defs", object(definitions)})
	}
	rendered := object(members)
	if root.isNullable && root.kind != "" {
		rendered = r.withNull(members, "")
	}
	isStrict := r.isStrict && r.properties <= mostProperties && r.values <= mostValues
	return json.RawMessage(rendered), isStrict
}

type member struct{ name, json string }

func object(members []member) string {
	var b strings.Builder
	b.WriteByte('{')
	for i, one := range members {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(quote(one.name))
		b.WriteByte(':')
		b.WriteString(one.json)
	}
	b.WriteByte('}')
	return b.String()
}

func quote(text string) string {
	quoted, _ := json.Marshal(text)
	return string(quoted)
}

func list(items []string) string { return "[" + strings.Join(items, ",") + "]" }

// value writes a value in another one.
func (r *renderer) value(v value, nesting int) string {
	var members []member
	switch {
	case v.goType != nil && v.fields != nil && (v.uses > 1 || v.node == r.root):
		members = []member{{"$ref", quote(r.reference(v.node))}}
		if v.description != "" && !v.isNullable {
			// Strict mode allows no keywords next to $ref.
			return object([]member{{"description", quote(v.description)}, {"anyOf", list([]string{object(members)})}})
		}
	default:
		members = r.members(v.node, nesting)
	}
	if !v.isNullable || v.kind == "" && v.custom == nil {
		return object(append(r.annotations(v), members...))
	}
	if v.kind == "object" || v.kind == "array" || v.custom != nil {
		return r.withNull(members, v.description)
	}
	members[0].json = list([]string{members[0].json, `"null"`})
	return object(append(r.annotations(v), members...))
}

func (r *renderer) annotations(v value) []member {
	var members []member
	if v.description != "" {
		members = append(members, member{"description", quote(v.description)})
	}
	if len(v.enum) > 0 {
		values := make([]string, 0, len(v.enum)+1)
		for _, one := range v.enum {
			values = append(values, string(one))
		}
		if v.isNullable {
			values = append(values, "null")
		}
		r.values += len(values)
		members = append(members, member{"enum", list(values)})
	}
	return members
}

func (r *renderer) withNull(members []member, description string) string {
	either := []member{{"anyOf", list([]string{object(members), `{"type":"null"}`})}}
	if description != "" {
		either = append([]member{{"description", quote(description)}}, either...)
	}
	return object(either)
}

// reference returns the reference to a struct that is used several times or that contains itself.
func (r *renderer) reference(made *node) string {
	if made == r.root {
		return "#"
	}
	name, ok := r.names[made]
	if !ok {
		base := nameOf(made.goType, "object")
		name = base
		for i := 2; r.isTaken(name); i++ {
			name = base + strconv.Itoa(i)
		}
		r.names[made] = name
		r.definitions = append(r.definitions, made)
	}
	return "#/$defs/" + name
}

func (r *renderer) isTaken(name string) bool {
	return slices.ContainsFunc(r.definitions, func(made *node) bool { return r.names[made] == name })
}

// members writes the keywords of a type. The first one is its type, if it has one.
func (r *renderer) members(made *node, nesting int) []member {
	if nesting > mostNesting {
		r.isStrict = false
	}
	if made.custom != nil {
		return r.customMembers(made)
	}
	if made.kind == "" {
		r.isStrict = false
		return nil
	}
	members := []member{{"type", quote(made.kind)}}
	if made.format != "" {
		members = append(members, member{"format", quote(made.format)})
	}
	if made.minimum != "" {
		members = append(members, member{"minimum", made.minimum})
	}
	switch {
	case made.isMap:
		// Strict mode has no free-form objects.
		r.isStrict = false
		members = append(members, member{"properties", "{}"}, member{"additionalProperties", r.value(*made.items, nesting+1)})
	case made.kind == "object":
		members = append(members, r.objectMembers(made, nesting)...)
	case made.kind == "array":
		members = append(members, member{"items", r.value(*made.items, nesting+1)})
		if made.length >= 0 {
			length := strconv.Itoa(made.length)
			members = append(members, member{"minItems", length}, member{"maxItems", length})
		}
	}
	return members
}

// objectMembers writes the properties of a struct. All are required: an optional one can be null.
func (r *renderer) objectMembers(made *node, nesting int) []member {
	properties := make([]member, 0, len(made.fields))
	required := make([]string, 0, len(made.fields))
	for _, one := range made.fields {
		properties = append(properties, member{one.name, r.value(one.value, nesting+1)})
		required = append(required, quote(one.name))
	}
	r.properties += len(properties)
	return []member{{"properties", object(properties)}, {"required", list(required)}, {"additionalProperties", "false"}}
}

// plain are the keywords of a scalar that strict mode accepts with any value.
var plain = []string{"type", "title", "description", "enum", "pattern", "minLength", "maxLength", "minimum", "maximum", "multipleOf"}

func (r *renderer) customMembers(made *node) []member {
	var keywords map[string]json.RawMessage
	_ = json.Unmarshal(made.custom, &keywords)
	isScalar := slices.Contains([]string{"string", "number", "integer", "boolean"}, made.kind)
	var members []member
	for name, keyword := range keywords {
		isScalar = isScalar && slices.Contains(plain, name)
		members = append(members, member{name, string(keyword)})
	}
	slices.SortFunc(members, func(a, b member) int { return strings.Compare(a.name, b.name) })
	r.isStrict = r.isStrict && isScalar
	return members
}

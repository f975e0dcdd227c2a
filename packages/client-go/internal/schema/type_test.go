package schema

import (
	"encoding/json"
	"math/big"
	"net/netip"
	"reflect"
	"strings"
	"testing"
	"time"
)

func schemaOf[T any](t *testing.T) *Schema {
	t.Helper()
	schema, err := Of(reflect.TypeFor[T]())
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

type weather struct {
	City  string  `json:"city" description:"The name of the city."`
	Sky   string  `json:"sky" enum:"clear, cloudy"`
	Days  []int   `json:"days"`
	Wind  *wind   `json:"wind"`
	Note  string  `json:"note,omitempty"`
	Level *int    `json:"level" enum:"1,2" description:"The level."`
	Rain  float64 `json:"rain"`
}

type wind struct {
	Speed uint8 `json:"speed"`
}

type route struct {
	From place   `json:"from" description:"The start."`
	To   place   `json:"to"`
	Via  []place `json:"via"`
	Back *place  `json:"back"`
}

type place struct {
	Name string `json:"name"`
}

type tree struct {
	Value    string `json:"value"`
	Children []tree `json:"children"`
	Parent   *tree  `json:"parent"`
}

type forest struct {
	Trees []tree `json:"trees"`
}

type base struct {
	ID   string `json:"id"`
	Kind string `json:"kind"`
}

type derived struct {
	base
	Kind int `json:"kind"`
}

type moment struct {
	At      time.Time  `json:"at"`
	Address netip.Addr `json:"address"`
	Data    []byte     `json:"data"`
	Count   *big.Int   `json:"count"`
	Pair    [2]bool    `json:"pair"`
}

type color struct{ name string }

func (c *color) UnmarshalJSON(data []byte) error { return json.Unmarshal(data, &c.name) }
func (c *color) JSONSchema() json.RawMessage {
	return json.RawMessage(`{"type":"string","pattern":"^#"}`)
}

type painted struct {
	Color  color  `json:"color"`
	Second *color `json:"second"`
}

type generic[T any] struct {
	Item T `json:"item"`
}

const closed = `,"additionalProperties":false`

func TestSchemas(t *testing.T) {
	name := `{"type":"object","properties":{"name":{"type":"string"}},"required":["name"],"additionalProperties":false}`
	node := `"type":"object","properties":{"value":{"type":"string"},` +
		`"children":{"type":"array","items":{"$ref":"REF"}},` +
		`"parent":{"anyOf":[{"$ref":"REF"},{"type":"null"}]}},` +
		`"required":["value","children","parent"]` + closed
	tests := []struct {
		name   string
		schema *Schema
		strict bool
		want   string
	}{
		{"weather", schemaOf[weather](t), true, `{"type":"object","properties":{` +
			`"city":{"description":"The name of the city.","type":"string"},` +
			`"sky":{"enum":["clear","cloudy"],"type":"string"},` +
			`"days":{"type":"array","items":{"type":"integer"}},` +
			`"wind":{"anyOf":[{"type":"object","properties":{"speed":{"type":"integer","minimum":0}},"required":["speed"],"additionalProperties":false},{"type":"null"}]},` +
			`"note":{"type":["string","null"]},` +
			`"level":{"description":"The level.","enum":[1,2,null],"type":["integer","null"]},` +
			`"rain":{"type":"number"}},` +
			`"required":["city","sky","days","wind","note","level","rain"]` + closed + `}`},
		{"route", schemaOf[route](t), true, `{"type":"object","properties":{` +
			`"from":{"description":"The start.","anyOf":[{"$ref":"#/$defs/place"}]},` +
			`"to":{"$ref":"#/$defs/place"},` +
			`"via":{"type":"array","items":{"$ref":"#/$defs/place"}},` +
			`"back":{"anyOf":[{"$ref":"#/$defs/place"},{"type":"null"}]}},` +
			`"required":["from","to","via","back"]` + closed + `,"$defs":{"place":` + name + `}}`},
		{"tree", schemaOf[tree](t), true, `{` + strings.ReplaceAll(node, "REF", "#") + `}`},
		{"forest", schemaOf[forest](t), true, `{"type":"object","properties":{"trees":{"type":"array","items":{"$ref":"#/$defs/tree"}}},` +
			`"required":["trees"]` + closed + `,"$defs":{"tree":{` + strings.ReplaceAll(node, "REF", "#/$defs/tree") + `}}}`},
		{"derived", schemaOf[derived](t), true, `{"type":"object","properties":{"id":{"type":"string"},"kind":{"type":"integer"}},"required":["id","kind"]` + closed + `}`},
		{"moment", schemaOf[moment](t), true, `{"type":"object","properties":{` +
			`"at":{"type":"string","format":"date-time"},"address":{"type":"string"},"data":{"type":"string"},` +
			`"count":{"type":["integer","null"]},` +
			`"pair":{"type":"array","items":{"type":"boolean"},"minItems":2,"maxItems":2}},` +
			`"required":["at","address","data","count","pair"]` + closed + `}`},
		{"painted", schemaOf[painted](t), true, `{"type":"object","properties":{` +
			`"color":{"pattern":"^#","type":"string"},` +
			`"second":{"anyOf":[{"pattern":"^#","type":"string"},{"type":"null"}]}},"required":["color","second"]` + closed + `}`},
		{"answer", schemaOf[map[string]int](t), false, `{"type":"object","properties":{},"additionalProperties":{"type":"integer"}}`},
		{"answer", schemaOf[[]place](t), false, `{"type":"array","items":` + name + `}`},
		{"answer", schemaOf[string](t), false, `{"type":"string"}`},
		{"answer", schemaOf[any](t), false, `{}`},
		{"generic", schemaOf[generic[any]](t), false, `{"type":"object","properties":{"item":{}},"required":["item"]` + closed + `}`},
		{"answer", schemaOf[struct{}](t), true, `{"type":"object","properties":{},"required":[]` + closed + `}`},
	}
	for _, test := range tests {
		if string(test.schema.JSON) != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, test.schema.JSON, test.want)
		}
		if test.schema.Name != test.name || test.schema.Strict != test.strict {
			t.Errorf("got the name %s, strict %v; want %s, %v", test.schema.Name, test.schema.Strict, test.name, test.strict)
		}
	}
}

type own struct{}

func (*own) UnmarshalJSON([]byte) error { return nil }

type selfList []selfList

type selfMap map[string]selfMap

type selfPointer *selfPointer

type notSchema struct{}

func (notSchema) JSONSchema() json.RawMessage { return json.RawMessage(`[]`) }

func TestTypesWithoutASchema(t *testing.T) {
	tests := map[reflect.Type]string{
		reflect.TypeFor[chan int]():           "chan int",
		reflect.TypeFor[struct{ F func() }](): "field F of",
		reflect.TypeFor[struct{ E error }]():  "interface error",
		reflect.TypeFor[struct{ O []own }]():  "JSONSchema()",
		reflect.TypeFor[selfList]():           "contains itself",
		reflect.TypeFor[selfMap]():            "contains itself",
		reflect.TypeFor[selfPointer]():        "contains itself",
		reflect.TypeFor[map[float64]int]():    "map[float64]int",
		reflect.TypeFor[[]map[bool]int]():     "map[bool]int",
		reflect.TypeFor[map[place]int]():      "keys of the type string",
		reflect.TypeFor[notSchema]():          "must return a JSON object",
		reflect.TypeFor[struct {
			N int `json:",string"`
		}](): "option string",
		reflect.TypeFor[struct {
			N int `enum:"1,x"`
		}](): `"x"`,
		reflect.TypeFor[struct {
			B bool `enum:"true"`
		}](): "enum",
		reflect.TypeFor[struct {
			P place `enum:"a"`
		}](): "enum",
		reflect.TypeFor[struct {
			M map[string]string `enum:"a"`
		}](): "enum",
	}
	for goType, want := range tests {
		if _, err := Of(goType); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want an error with %q", goType, err, want)
		}
	}
}

type deep[T any] struct{ Next T }

func TestStrictModeHasLimits(t *testing.T) {
	if !schemaOf[deep[deep[deep[deep[deep[deep[deep[deep[deep[deep[int]]]]]]]]]]](t).Strict {
		t.Error("10 levels are within the limit")
	}
	if schemaOf[deep[deep[deep[deep[deep[deep[deep[deep[deep[deep[deep[int]]]]]]]]]]]](t).Strict {
		t.Error("11 levels exceed the limit")
	}
}

type A struct {
	X, Y, Z int
}

type B struct {
	X int
	Y int `json:"Y"`
	W int
}

type Shape interface{ Area() }

type Loop struct {
	*Loop
	Own int
}

type embedding struct {
	A
	*B
	Shape   `json:"-"`
	hidden  int
	Renamed place `json:"other,omitzero"`
}

type hiding struct {
	A
	B
	Y string
	A2
}

type inner struct {
	A
	Inner int
}

type other struct {
	A
	Other int
}

// twice embeds A at two places of the same depth, so that encoding/json leaves out its fields.
type twice struct {
	inner
	other
}

type A2 struct {
	Z, W  int
	Named place
}

// The fields are those that encoding/json writes.
func TestFieldsAreThoseOfEncodingJSON(t *testing.T) {
	for _, one := range []any{
		embedding{hidden: 1, B: &B{}, Renamed: place{"x"}}, hiding{}, derived{}, weather{Note: "x"}, Loop{}, moment{},
		twice{},
	} {
		compareFields(t, one)
	}
	// The compiler's checks refuse some of these tags in a type.
	for _, tag := range []string{`json:"a\\b"`, `json:"a\"b"`, `json:"it's"`, `json:"ü-1.,omitempty"`, `json:"-,"`, `json:"-"`, `json:","`, `json:"a b"`} {
		only := reflect.StructField{Name: "Only", Type: reflect.TypeFor[bool](), Tag: reflect.StructTag(tag)}
		one := reflect.New(reflect.StructOf([]reflect.StructField{only})).Elem()
		one.Field(0).SetBool(true)
		compareFields(t, one.Interface())
	}
}

func compareFields(t *testing.T, one any) {
	t.Helper()
	encoded, err := json.Marshal(one)
	if err != nil {
		t.Fatal(err)
	}
	var want map[string]any
	if err := json.Unmarshal(encoded, &want); err != nil {
		t.Fatal(err)
	}
	got := map[string]any{}
	for _, field := range fieldsOf(reflect.TypeOf(one)) {
		got[field.name] = want[field.name]
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%T: got the fields %v, want those of %s", one, got, encoded)
	}
}

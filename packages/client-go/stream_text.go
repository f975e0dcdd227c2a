package patchbay

import (
	"strings"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// textReader reads the text of a response from its events.
type textReader interface {
	// add returns the text in an event that can be released.
	add(event codec.Node) string
	// end returns the text that was held back.
	end() string
}

// textJoiner releases text so that no piece ends in the middle of a character. JSON can split a character into two escapes, and
// a service can split them over two pieces.
type textJoiner struct {
	// held is the escape of the first half of a character.
	held string
}

// escapeSize is the length of an escape of a half of a character: \ud83e.
const escapeSize = 6

// add returns the content of a string and of the half before it, without a half at its end.
func (j *textJoiner) add(n codec.Node) string {
	if n.Kind() != codec.String {
		return ""
	}
	inner := n.Raw()
	inner = inner[1 : len(inner)-1]
	if j.held == "" && !endsInHalf(inner) {
		return n.Text()
	}
	inner = j.held + inner
	j.held = ""
	if endsInHalf(inner) {
		j.held = inner[len(inner)-escapeSize:]
		inner = inner[:len(inner)-escapeSize]
	}
	return contentOf(inner)
}

// contentOf returns the content of what is between the quotes of a JSON string.
func contentOf(inner string) string {
	doc, err := codec.Parse(`"` + inner + `"`)
	if err != nil {
		return ""
	}
	return doc.Root().Text()
}

// rest returns the half whose second half never arrived, as U+FFFD.
func (j *textJoiner) rest() string {
	if j.held == "" {
		return ""
	}
	j.held = ""
	return "\uFFFD"
}

// endsInHalf says whether the content of a JSON string ends in the escape of the first half of a character.
func endsInHalf(inner string) bool {
	at := len(inner) - escapeSize
	if at < 0 || inner[at] != '\\' || inner[at+1] != 'u' || inner[at+2]|0x20 != 'd' || strings.IndexByte("89aAbB", inner[at+3]) < 0 {
		return false
	}
	// The backslash may be escaped itself.
	before := strings.TrimRight(inner[:at], `\`)
	return (at-len(before))%2 == 0
}

// chatText reads the text of choice 0. If no choice has this index, it is the text of the lowest index, at the end.
type chatText struct {
	joiner   textJoiner
	hasFirst bool
	others   map[int64]*otherText
}

type otherText struct {
	joiner textJoiner
	text   strings.Builder
}

func (t *chatText) add(event codec.Node) string {
	// Nearly every event has one choice: then pieces is on the stack, and the text is not copied.
	pieces := make([]string, 0, 1)
	for choice := range event.Get("choices").Items() {
		text := choice.Path("delta.content")
		index, _ := choice.Get("index").Int()
		switch {
		case index == 0:
			t.hasFirst = true
			t.others = nil
			pieces = append(pieces, t.joiner.add(text))
		case !t.hasFirst:
			t.addOther(index, text)
		}
	}
	return strings.Join(pieces, "")
}

func (t *chatText) addOther(index int64, text codec.Node) {
	if t.others == nil {
		t.others = map[int64]*otherText{}
	}
	other := t.others[index]
	if other == nil {
		other = &otherText{}
		t.others[index] = other
	}
	other.text.WriteString(other.joiner.add(text))
}

func (t *chatText) end() string {
	var lowest *otherText
	least := int64(-1)
	for index, other := range t.others {
		if least < 0 || index < least {
			least, lowest = index, other
		}
	}
	if lowest == nil {
		return t.joiner.rest()
	}
	return lowest.text.String() + lowest.joiner.rest()
}

// responseText reads the text of every message. What a service sends without pieces follows when it is complete.
type responseText struct {
	joiner  textJoiner
	hasText bool
}

func (t *responseText) add(event codec.Node) string {
	if event.Get("type").Text() == "response.output_text.delta" {
		if delta := event.Get("delta"); delta.Kind() == codec.String && delta.Raw() != `""` {
			t.hasText = true
			return t.joiner.add(delta)
		}
	}
	if t.hasText {
		return ""
	}
	text := outputText(event.Path("response.output"))
	t.hasText = text != ""
	return text
}

func (t *responseText) end() string { return t.joiner.rest() }

// outputText returns the text of all messages in the output of a response.
func outputText(output codec.Node) string {
	var text strings.Builder
	for item := range output.Items() {
		if item.Get("type").Text() != "message" {
			continue
		}
		for part := range item.Get("content").Items() {
			if part.Get("type").Text() == "output_text" {
				text.WriteString(part.Get("text").Text())
			}
		}
	}
	return text.String()
}

// messageText reads the text of every text block.
type messageText struct{ joiner textJoiner }

func (t *messageText) add(event codec.Node) string {
	part := event.Get("delta")
	if event.Get("type").Text() == "content_block_start" {
		part = event.Get("content_block")
	}
	if kind := part.Get("type").Text(); kind != "text" && kind != "text_delta" {
		return ""
	}
	return t.joiner.add(part.Get("text"))
}

func (t *messageText) end() string { return t.joiner.rest() }

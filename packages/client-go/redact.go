package patchbay

// redacted stands for a secret in formatted values and logs.
const redacted = "[redacted]"

// redactText hides a text. An empty text stays empty, so that a missing secret is visible.
func redactText(text string) string {
	if text == "" {
		return ""
	}
	return redacted
}

// redactOpt hides the text of an optional value.
func redactOpt(text Opt[string]) Opt[string] {
	if value, ok := text.Get(); ok && value != "" {
		return String(redacted)
	}
	return text
}

// redactValues hides the values of a map. Its keys are not secret.
func redactValues(values map[string]string) map[string]string {
	if values == nil {
		return nil
	}
	hidden := make(map[string]string, len(values))
	for key, value := range values {
		hidden[key] = redactText(value)
	}
	return hidden
}

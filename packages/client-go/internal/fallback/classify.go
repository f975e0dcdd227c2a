// Package fallback decides what a fallback over several models does after a failed attempt. Its functions do no I/O.
package fallback

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
)

// Failure is what the rules need to know about a failed attempt.
type Failure struct {
	// Shown: output was shown before the error.
	Shown bool
	// Class is the class of errors that the rules of the contract name: "timeout", "connection", "stream" or "api"; empty for
	// any other error.
	Class string
	// RequestSent: the request of a failed connection was sent.
	RequestSent bool
	// Status, Type (metadata.error_type) and Message are those of the API's error. Message has no prefix of the client.
	Status  int
	Type    string
	Message string
	// Details is metadata.provider_code and metadata.raw, as text.
	Details string
	// HasOutput: the response is unusable, or the error contains text of the model.
	HasOutput bool
}

// Classifier finds the kind of a failure by the rules of the contract.
type Classifier struct {
	policy  contract.FallbackPolicy
	kinds   map[string]contract.FailureKind
	phrases map[string]*phrases
}

type phrases struct {
	messageOnly          bool
	certain, any, unless []*regexp.Regexp
}

// NewClassifier returns a classifier for the rules of the contract.
func NewClassifier(policy contract.FallbackPolicy) *Classifier {
	kinds := make(map[string]contract.FailureKind, len(policy.Kinds))
	for _, kind := range policy.Kinds {
		kinds[kind.Kind] = kind
	}
	return &Classifier{policy: policy, kinds: kinds, phrases: compile(policy.Phrases)}
}

func compile(given map[string]contract.Phrases) map[string]*phrases {
	compiled := make(map[string]*phrases, len(given))
	for name, one := range given {
		compiled[name] = &phrases{one.MessageOnly, compileAll(one.Certain), compileAll(one.Any), compileAll(one.Unless)}
	}
	return compiled
}

func compileAll(patterns []string) []*regexp.Regexp {
	compiled := make([]*regexp.Regexp, len(patterns))
	for i, pattern := range patterns {
		compiled[i] = regexp.MustCompile(pattern)
	}
	return compiled
}

// Kind returns the data of a kind, and whether the contract has it.
func (c *Classifier) Kind(name string) (contract.FailureKind, bool) {
	kind, ok := c.kinds[name]
	return kind, ok
}

// Kinds returns the names of all kinds, in the order of the contract.
func (c *Classifier) Kinds() []string {
	names := make([]string, len(c.policy.Kinds))
	for i, kind := range c.policy.Kinds {
		names[i] = kind.Kind
	}
	return names
}

// Classify returns the kind of a failure: that of the first rule whose conditions all hold.
func (c *Classifier) Classify(failure Failure) contract.FailureKind {
	text := sync.OnceValue(func() string { return fullText(failure) })
	for _, rule := range c.policy.Rules {
		if c.matches(rule, failure, text) {
			return c.kinds[rule.Kind]
		}
	}
	return contract.FailureKind{Kind: "unknown", Action: "throw"}
}

func (c *Classifier) matches(rule contract.FailureRule, failure Failure, text func() string) bool {
	switch {
	case rule.Shown != nil && *rule.Shown != failure.Shown,
		rule.Error != "" && rule.Error != failure.Class,
		rule.RequestSent != nil && *rule.RequestSent != failure.RequestSent,
		rule.Types != nil && !slices.Contains(rule.Types, failure.Type),
		!hasStatus(rule, failure.Status),
		rule.HasOutput != nil && *rule.HasOutput != failure.HasOutput:
		return false
	}
	return rule.Says == "" || c.says(c.phrases[rule.Says], failure, text)
}

func hasStatus(rule contract.FailureRule, status int) bool {
	if rule.Statuses == nil && rule.StatusFrom == 0 {
		return true
	}
	isInRange := rule.StatusFrom != 0 && status >= rule.StatusFrom && (rule.StatusBelow == 0 || status < rule.StatusBelow)
	return isInRange || slices.Contains(rule.Statuses, status)
}

func (c *Classifier) says(searched *phrases, failure Failure, text func() string) bool {
	if searched == nil {
		return false
	}
	where := strings.ToLower(failure.Message)
	if !searched.messageOnly {
		where = text()
	}
	return finds(searched.certain, where) || finds(searched.any, where) && !finds(searched.unless, where)
}

func finds(patterns []*regexp.Regexp, text string) bool {
	return slices.ContainsFunc(patterns, func(pattern *regexp.Regexp) bool { return pattern.MatchString(text) })
}

// longestText is the number of characters that are searched for phrases.
const longestText = 4000

// fullText returns the message and its details in lower case, without backslashes.
func fullText(failure Failure) string {
	text := failure.Message + " " + failure.Details
	if len(text) > longestText {
		characters := []rune(text[:min(len(text), longestText*utf8.UTFMax)])
		text = string(characters[:min(len(characters), longestText)])
	}
	return strings.ToLower(strings.ReplaceAll(text, `\`, ""))
}

// RetryDelay returns how long the policy waits before a model is requested again.
func (c *Classifier) RetryDelay() time.Duration {
	return time.Duration(c.policy.RetryDelayMs) * time.Millisecond
}

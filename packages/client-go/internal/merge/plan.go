package merge

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
)

// plan is a policy in the form in which it is applied to each event.
type plan struct {
	policy  *contract.Accumulator
	objects map[*contract.ObjectRule]*objectPlan
}

// objectPlan is the rule of an object, with the rule of each field.
type objectPlan struct {
	rule   *contract.ObjectRule
	fields map[string]*fieldPlan
	// implied are the fields with an object that exists even if the event omits it.
	implied []*fieldPlan
	// constants and defaults are the names of the rule's constants and defaults, in order.
	constants, defaults []string
}

type fieldPlan struct {
	// name is that of the field in the event, target that in the response.
	name, target string
	rule         contract.MergeRule
}

// plans has the plan of each policy that was used.
var plans sync.Map

func planOf(policy *contract.Accumulator) *plan {
	if found, ok := plans.Load(policy); ok {
		return found.(*plan)
	}
	p := &plan{policy: policy, objects: map[*contract.ObjectRule]*objectPlan{}}
	for i := range policy.Rules {
		for j := range policy.Rules[i].Steps {
			p.addRule(&policy.Rules[i].Steps[j].Rule)
		}
	}
	found, _ := plans.LoadOrStore(policy, p)
	return found.(*plan)
}

func (p *plan) addRule(rule *contract.MergeRule) {
	if rule.Object != nil {
		p.addObject(rule.Object)
	}
	if rule.List != nil {
		p.addObject(&rule.List.Item)
	}
}

func (p *plan) addObject(rule *contract.ObjectRule) {
	o := &objectPlan{
		rule:      rule,
		fields:    map[string]*fieldPlan{},
		constants: sortedNames(rule.Constants),
		defaults:  sortedNames(rule.Defaults),
	}
	p.objects[rule] = o
	// What arrives for a constant is never part of the response: a role in every chunk would add up to a text.
	for name := range rule.Constants {
		o.fields[name] = &fieldPlan{name, name, contract.MergeRule{Word: "ignore"}}
	}
	for _, name := range sortedNames(rule.Fields) {
		target, isRenamed := rule.Rename[name]
		if !isRenamed {
			target = name
		}
		f := &fieldPlan{name, target, rule.Fields[name]}
		o.fields[name] = f
		if f.rule.Object != nil && len(f.rule.Object.Constants) > 0 {
			o.implied = append(o.implied, f)
		}
		p.addRule(&f.rule)
	}
}

func sortedNames[V any](of map[string]V) []string { return slices.Sorted(maps.Keys(of)) }

const (
	// typePath is the path of the type of an event, by which most rules are found.
	typePath = "type"
	// maxTypes bounds the types whose rules are remembered.
	maxTypes = 256
)

// ruleOf returns the rule for an event; nil for an event that changes nothing.
func (a *Accumulator) ruleOf(event codec.Node) *contract.EventRule {
	kind := event.Get(typePath).Text()
	candidates, ok := a.candidates[kind]
	if !ok {
		candidates = a.candidatesOf(kind)
		if len(a.candidates) < maxTypes {
			a.candidates[strings.Clone(kind)] = candidates
		}
	}
	for _, rule := range candidates {
		if applies(rule, event) {
			return rule
		}
	}
	return nil
}

// candidatesOf returns the rules for events of a type.
func (a *Accumulator) candidatesOf(kind string) (found []*contract.EventRule) {
	for i := range a.policy.Rules {
		rule := &a.policy.Rules[i]
		isOther := slices.ContainsFunc(rule.When, func(condition contract.Condition) bool {
			return condition.Path == typePath && !matchesAny(condition.Patterns, kind)
		})
		if !isOther {
			found = append(found, rule)
		}
	}
	return found
}

func applies(rule *contract.EventRule, event codec.Node) bool {
	for i := range rule.When {
		text, ok := event.Path(rule.When[i].Path).Str()
		if !ok || !matchesAny(rule.When[i].Patterns, text) {
			return false
		}
	}
	return rule.Has == "" || event.Get(rule.Has).Kind() == codec.Map
}

func matchesAny(patterns []string, text string) bool {
	for _, pattern := range patterns {
		if matches(pattern, text) {
			return true
		}
	}
	return false
}

// matches says whether a text has a pattern, in which one * stands for any text.
func matches(pattern, text string) bool {
	before, after, hasStar := strings.Cut(pattern, "*")
	if !hasStar {
		return pattern == text
	}
	return len(text) >= len(before)+len(after) && strings.HasPrefix(text, before) && strings.HasSuffix(text, after)
}

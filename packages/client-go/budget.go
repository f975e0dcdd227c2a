package patchbay

import (
	"strconv"
	"sync"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
	"github.com/patchbay/patchbay/packages/client-go/internal/generated"
)

// CodeBudgetExceeded is the code of the error of a call that a Budget does not allow. No request was sent.
const CodeBudgetExceeded = "budget_exceeded"

// Budget is an amount of US dollars that several calls share. It is safe for concurrent use.
//
// A spent budget stops a call before its request. The cost of a request is known after it, so requests that are in progress can
// exceed the budget. The zero value allows no calls; use NewBudget.
//
//	budget := patchbay.NewBudget(patchbay.MustParseUSD("0.05"))
//	reply, err := client.Chat.Completions.Create(ctx, params, patchbay.WithBudget(budget))
//	fmt.Println(budget.Spent(), budget.Unknown())
type Budget struct {
	limit   USD
	mutex   sync.Mutex
	spent   USD
	unknown int
}

// NewBudget returns a budget with a limit. A limit of 0 or less allows no calls.
func NewBudget(limit USD) *Budget { return &Budget{limit: limit} }

// Limit returns the limit.
func (b *Budget) Limit() USD { return b.limit }

// Spent returns the exact sum of the costs that are known. See Unknown for the others.
func (b *Budget) Spent() USD {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	return b.spent
}

// Remaining returns what is left of the limit, and 0 if it is exceeded.
func (b *Budget) Remaining() USD {
	left := b.limit.Sub(b.Spent())
	if left.Sign() < 0 {
		return USD{}
	}
	return left
}

// Unknown returns the number of requests that may be billed and whose cost is not known. Spent does not include them.
func (b *Budget) Unknown() int {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	return b.unknown
}

// String returns how much of the limit is spent, for logs: "0.0123 of 0.05 USD spent".
func (b *Budget) String() string {
	text := b.Spent().String() + " of " + b.limit.String() + " USD spent"
	if unknown := b.Unknown(); unknown > 0 {
		text += ", requests of unknown cost: " + strconv.Itoa(unknown)
	}
	return text
}

// Check returns an *Error with the code CodeBudgetExceeded if the budget allows no further call.
func (b *Budget) Check() error {
	if b.Remaining().Sign() > 0 {
		return nil
	}
	err := usageError("The budget of %s USD is spent, so no request was sent. Raise the limit, or create a new Budget for the next task.", b.limit)
	err.Code = CodeBudgetExceeded
	return err
}

// Add adds a cost.
func (b *Budget) Add(cost USD) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	b.spent = b.spent.Add(cost)
}

// AddUnknown counts a request that may be billed and whose cost is not known.
func (b *Budget) AddUnknown() {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	b.unknown++
}

// AddCostOf adds the cost of a response, which is unknown if the response does not report it.
func (b *Budget) AddCostOf(response interface{ RawJSON() string }) {
	if cost, known := CostOf(response); known {
		b.Add(cost)
	} else {
		b.AddUnknown()
	}
}

// WithBudget limits what calls cost: of a client, those that share the budget; of one call, that call with its retries. A call that
// the budget does not allow returns an *Error with the code CodeBudgetExceeded. Failed attempts count if they may be billed. Calls
// that are not billed, such as Models.List, are always allowed. Nil removes the budget of the client.
func WithBudget(budget *Budget) Option {
	return func(s *settings) { s.spending = budget }
}

// isBilled says whether an operation costs money.
func isBilled(op *contract.Operation) bool {
	switch op {
	case generated.ChatCompletionsCreate, generated.ResponsesCreate, generated.MessagesCreate, generated.EmbeddingsCreate, generated.RerankCreate:
		return true
	}
	return false
}

// spending returns the budget of a call; nil if it has none.
func (p *plan) spending() *Budget {
	if !isBilled(p.op) {
		return nil
	}
	return p.settings.spending
}

// admit returns an error if the budget of a call does not allow it.
func (p *plan) admit() error {
	if budget := p.spending(); budget != nil {
		return budget.Check()
	}
	return nil
}

// charge adds the cost of a response, or of the part of it that arrived.
func (p *plan) charge(body codec.Node) {
	budget := p.spending()
	if budget == nil {
		return
	}
	if cost, known := costOf(body.Get("usage")); known {
		budget.Add(cost)
	} else {
		budget.AddUnknown()
	}
}

// chargeFailure adds the cost of a failed attempt if it may be billed.
func (p *plan) chargeFailure(a *attempt, err error) {
	failed := asError(err)
	if p.spending() == nil || failed == nil || failed.Kind == KindUsage {
		return
	}
	isBilled := classify(failed, false).kind.MayBeBilled
	switch failed.Kind {
	case KindCanceled:
		isBilled = a.body != nil || a.trace.MayBeSent(nil)
	case KindTimeout, KindConnection:
		isBilled = failed.RequestSent
	}
	if isBilled || failed.partial.Get("usage").Exists() {
		p.charge(failed.partial)
	}
}

// chargeStream adds the cost of a stream that was opened and has ended, with an error or without. Response returns what arrived.
func (p *plan) chargeStream(err error, response func() codec.Node) {
	if p.spending() == nil {
		return
	}
	body, failed := response(), asError(err)
	isFree := failed != nil && failed.Kind != KindCanceled && !classify(failed, false).kind.MayBeBilled
	if !isFree || body.Get("usage").Exists() {
		p.charge(body)
	}
}

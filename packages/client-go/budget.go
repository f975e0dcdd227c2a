package patchbay

import "sync"

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

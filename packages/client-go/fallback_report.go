package patchbay

import "errors"

// noteSuccess reports who responded, and the cost.
func noteSuccess(attempt *Attempt, completion *ChatCompletion) {
	attempt.Outcome = OutcomeSucceeded
	if completion == nil {
		return
	}
	noteResponse(attempt, completion)
	if info, ok := InfoOf(completion); ok && info.GenerationID != "" {
		attempt.GenerationID = info.GenerationID
	}
}

func noteResponse(attempt *Attempt, completion *ChatCompletion) {
	if completion == nil {
		return
	}
	if completion.Model != "" {
		attempt.Model = completion.Model
	}
	if completion.Provider != "" {
		attempt.Provider = completion.Provider
	}
	if completion.ID != "" {
		attempt.GenerationID = completion.ID
	}
	if cost, known := CostOf(completion); known {
		attempt.Cost = Some(cost)
	}
}

// noteError reports why an attempt failed.
func noteError(attempt *Attempt, failed attemptFailure) {
	attempt.Outcome, attempt.FailureKind, attempt.Err = OutcomeFailed, FailureKind(failed.kind.Kind), failed.err
	var apiErr *Error
	if !errors.As(failed.err, &apiErr) {
		return
	}
	requested := attempt.Model
	if partial, ok := apiErr.Partial.(*ChatCompletion); ok {
		noteResponse(attempt, partial)
	}
	attempt.Model = requested
	if apiErr.GenerationID != "" {
		attempt.GenerationID = apiErr.GenerationID
	}
	if apiErr.Provider != "" {
		attempt.Provider = apiErr.Provider
	}
}

package patchbay

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"strings"
	"time"

	"github.com/patchbay/patchbay/packages/client-go/internal/exchange"
)

// newLogger returns a logger for standard error with a level of PATCHBAY_LOG; nil if no attempt has that level.
func newLogger(level string) (*slog.Logger, error) {
	var least slog.Level
	switch strings.ToLower(level) {
	case "off", "error", "warn":
		return nil, nil
	case "info":
		least = slog.LevelInfo
	case "debug":
		least = slog.LevelDebug
	default:
		return nil, errors.New("unknown level")
	}
	return slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: least})), nil
}

// logAttempt writes the record of an attempt. It contains no keys, cookies, bodies or messages of the API, because a message can
// quote a prompt.
func (a *attempt) logAttempt(result error) {
	ctx, logger := a.ctx, a.plan.settings.logger
	if logger == nil || !logger.Enabled(ctx, slog.LevelInfo) {
		return
	}
	attrs := make([]slog.Attr, 0, 12)
	attrs = append(attrs,
		slog.String("operation", a.plan.op.ID),
		slog.Int("attempt", a.number),
		slog.String("method", a.plan.op.Method),
		slog.String("path", a.plan.url.Path),
		slog.Int64("duration_ms", time.Since(a.start).Milliseconds()),
	)
	if a.status != 0 {
		attrs = append(attrs, slog.Int("status", a.status), slog.String("request_id", a.info().RequestID))
	}
	if logger.Enabled(ctx, slog.LevelDebug) {
		attrs = append(attrs,
			slog.String("url", exchange.ShownURL(a.plan.url)),
			slog.Any("request_header", exchange.ShownHeader(a.sentHeader)),
			slog.Any("response_header", exchange.ShownHeader(a.header)),
		)
	}
	message := "patchbay: request done"
	if result != nil {
		message = "patchbay: request failed"
		attrs = append(attrs, slog.String("error", summaryOf(result)))
	}
	logger.LogAttrs(ctx, slog.LevelInfo, message, attrs...)
}

// summaryOf describes an error without its message, where the message can quote a prompt, a completion or a body.
func summaryOf(err error) string {
	failed := asError(err)
	if failed == nil {
		if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
			return err.Error()
		}
		return "an error of the caller's function"
	}
	facts := []string{string(failed.Kind)}
	for _, fact := range []string{failed.Code, string(failed.Phase), string(failed.Reason), failed.Type, failed.Provider} {
		if fact != "" {
			facts = append(facts, fact)
		}
	}
	if failed.Kind == KindConnection || failed.Kind == KindTimeout {
		facts = append(facts, failed.Message)
	}
	return strings.Join(facts, " ")
}

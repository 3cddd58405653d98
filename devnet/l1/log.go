package l1

import (
	"context"
	"log/slog"
)

// gethLevel passes go-ethereum's errors on, and its warnings to a handler that wants to see everything: they are about the life of a public node and would fill the terminal here.
type gethLevel struct{ slog.Handler }

// Enabled is true from errors on, from warnings on when debugging.
func (h gethLevel) Enabled(ctx context.Context, level slog.Level) bool {
	least := slog.LevelError
	if h.Handler.Enabled(ctx, slog.LevelDebug) {
		least = slog.LevelWarn
	}
	return level >= least && h.Handler.Enabled(ctx, level)
}

// WithAttrs keeps the filter.
func (h gethLevel) WithAttrs(attrs []slog.Attr) slog.Handler {
	return gethLevel{h.Handler.WithAttrs(attrs)}
}

// WithGroup keeps the filter.
func (h gethLevel) WithGroup(name string) slog.Handler { return gethLevel{h.Handler.WithGroup(name)} }

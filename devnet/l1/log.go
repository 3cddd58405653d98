package l1

import (
	"context"
	"log/slog"
)

// gethLevel passes go-ethereum's warnings and errors on and drops its chatter.
type gethLevel struct{ slog.Handler }

// Enabled is true from warnings on.
func (h gethLevel) Enabled(ctx context.Context, level slog.Level) bool {
	return level >= slog.LevelWarn && h.Handler.Enabled(ctx, level)
}

// WithAttrs keeps the filter.
func (h gethLevel) WithAttrs(attrs []slog.Attr) slog.Handler {
	return gethLevel{h.Handler.WithAttrs(attrs)}
}

// WithGroup keeps the filter.
func (h gethLevel) WithGroup(name string) slog.Handler { return gethLevel{h.Handler.WithGroup(name)} }

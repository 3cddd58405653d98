package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// bar shows how far a long work is: drawn on a terminal, a line a second elsewhere.
type bar struct {
	w     io.Writer
	total int
	drawn *progressbar.ProgressBar // nil when w is no terminal
	last  time.Time
}

func newBar(w io.Writer, total int) *bar {
	b := &bar{w: w, total: total}
	if f, ok := w.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		b.drawn = progressbar.NewOptions(total, progressbar.OptionSetWriter(w), progressbar.OptionSetWidth(30), progressbar.OptionShowCount(), progressbar.OptionShowIts())
	}
	return b
}

// set says that done of total are done, and what is going on.
func (b *bar) set(done int, what string) {
	if b.drawn != nil {
		b.drawn.Describe(what)
		_ = b.drawn.Set(done) // a bar that cannot be drawn is no reason to stop
		return
	}
	if now := time.Now(); done == b.total || now.Sub(b.last) >= time.Second {
		b.last = now
		fmt.Fprintf(b.w, "%d of %d  %s\n", done, b.total, what)
	}
}

// end leaves the line of the bar.
func (b *bar) end() {
	if b.drawn != nil {
		fmt.Fprintln(b.w)
	}
}

package devnet

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/gofrs/flock"
)

// claim makes the data directory this process's until it ends, and says who has it otherwise.
func (d *Devnet) claim() error {
	if err := os.MkdirAll(d.dir, 0o755); err != nil {
		return fmt.Errorf("data directory: %w", err)
	}
	d.lock = flock.New(filepath.Join(d.dir, "lock"))
	mine, err := d.lock.TryLock()
	if err != nil {
		return fmt.Errorf("data directory %s: %w", d.dir, err)
	}
	holder := filepath.Join(d.dir, "holder") // for people: the lock alone decides
	if mine {
		return os.WriteFile(holder, fmt.Appendf(nil, "ashlar devnet (process %d)\n", os.Getpid()), 0o644)
	}
	who := "another process"
	if text, err := os.ReadFile(holder); err == nil {
		who = strings.TrimSpace(string(text))
	}
	return fmt.Errorf("data directory %s: %s has it open: stop it or use another --data-dir", d.dir, who)
}

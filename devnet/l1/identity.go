package l1

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// claimDir makes the data directory this chain's, or refuses one of another chain. go-ethereum compares genesis hashes, which do not depend on the chain id.
func (c *Config) claimDir() error {
	if c.DataDir == "" {
		return nil
	}
	mine := fmt.Sprintf("chain %d, genesis %v\n", c.ChainID, c.genesis().ToBlock().Hash())
	path := filepath.Join(c.DataDir, "identity")
	there, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		if err := os.MkdirAll(c.DataDir, 0o755); err != nil {
			return err
		}
		return os.WriteFile(path, []byte(mine), 0o644)
	}
	if err == nil && string(there) != mine {
		return fmt.Errorf("data directory %s belongs to %q, not to %q", c.DataDir, there, mine)
	}
	return err
}

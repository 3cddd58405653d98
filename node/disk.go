package node

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// ErrDiskFull ends a node before it runs out of disk in the middle of something.
var ErrDiskFull = errors.New("the disk is nearly full: make room and start again; everything that was confirmed is kept")

// checkDisk compares the room on the disk with what is needed to go on and to stop in order.
func (n *Node) checkDisk() error {
	if n.cfg.MinFree == 0 {
		return nil
	}
	free, err := n.store.FreeBytes()
	if err == nil && free < n.cfg.MinFree {
		err = fmt.Errorf("%s has %d MiB left, at least %d MiB are needed: %w", n.cfg.DataDir, free>>20, n.cfg.MinFree>>20, ErrDiskFull)
	}
	return err
}

// watchDisk ends the node when room gets scarce.
func (n *Node) watchDisk(ctx context.Context) error {
	ticker := time.NewTicker(500 * time.Millisecond)
	defer ticker.Stop()
	for {
		if err := n.checkDisk(); err != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return nil
		case <-ticker.C:
		}
	}
}

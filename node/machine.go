package node

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/batch"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/da"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// guestMachine runs batches on the executor. The program may still be on its way when the node starts: the first batch waits for it.
type guestMachine struct {
	load  GuestLoader
	limit uint64 // cycles

	once    sync.Once
	ready   chan struct{}
	program *rv64.Program
	err     error
}

func newGuestMachine(load GuestLoader, limit uint64) *guestMachine {
	return &guestMachine{load: load, limit: limit, ready: make(chan struct{})}
}

// prepare loads the program; Run waits for it.
func (g *guestMachine) prepare(ctx context.Context) error {
	g.once.Do(func() {
		g.program, g.err = g.load(ctx)
		close(g.ready)
	})
	<-g.ready
	if g.err != nil && ctx.Err() == nil {
		return g.err
	}
	return nil
}

// Run implements batch.Machine.
func (g *guestMachine) Run(ctx context.Context, input []byte) (common.Hash, uint64, error) {
	select {
	case <-g.ready:
	case <-ctx.Done():
		return common.Hash{}, 0, ctx.Err()
	}
	if g.err != nil {
		return common.Hash{}, 0, g.err
	}
	result, err := rv64.NewMachine(g.program).Run(ctx, input, rv64.Limits{MaxCycles: g.limit})
	if trap := (*rv64.Trap)(nil); errors.As(err, &trap) && (trap.Kind == rv64.TrapCycleLimit || trap.Kind == rv64.TrapOutOfMemory) {
		return common.Hash{}, result.Cycles, fmt.Errorf("%w: %w", batch.ErrTooLong, err)
	}
	return result.Output, result.Cycles, err
}

// BlobNames tells a sealer outside of a node which blobs pubdata becomes.
func BlobNames(scheme rollup.DAScheme) batch.DataAvailability {
	return blobNames{&Config{Scheme: scheme}}
}

// blobNames tells the sealer which blobs pubdata becomes.
type blobNames struct{ cfg *Config }

// VersionedHashes implements batch.DataAvailability.
func (b blobNames) VersionedHashes(pubdata []byte) ([]common.Hash, error) {
	return da.VersionedHashes(b.cfg.Scheme, pubdata)
}

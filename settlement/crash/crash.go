// Package crash kills a process at its n-th effect on the world: for tests of what has to survive kill -9 anywhere.
//
// In: how many effects happen before the end. Out: a store and an L1 whose writes and sends are those effects ([Fuse.KV], [Fuse.Client]); from the end on they give [Err].
package crash

import (
	"context"
	"errors"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/l1"
)

// Err is what every effect of a dead process gives.
var Err = errors.New("crash")

// Fuse lets Left effects happen and then blows. The effect at which it blows takes place (Happens) or does not, and none after it does. It is not for concurrent use.
type Fuse struct {
	Left    int
	Happens bool
	blown   bool
}

// Blown reports whether the process is dead.
func (f *Fuse) Blown() bool { return f.blown }

// Effect runs do unless the process is dead, and may kill it.
func (f *Fuse) Effect(do func() error) error {
	if f.blown {
		return Err
	}
	if f.Left--; f.Left >= 0 {
		return do()
	}
	f.blown = true
	if f.Happens {
		if err := do(); err != nil {
			return err
		}
	}
	return Err
}

type mortalKV struct {
	durable.KV
	f *Fuse
}

func (m mortalKV) Write(changes ...durable.Change) error {
	return m.f.Effect(func() error { return m.KV.Write(changes...) })
}

// KV is kv with every write an effect.
func (f *Fuse) KV(kv durable.KV) durable.KV { return mortalKV{kv, f} }

// Client is an L1 with every send an effect.
type Client struct {
	*l1.Client
	f *Fuse
}

// SendTransaction implements l1.Client's.
func (c Client) SendTransaction(ctx context.Context, tx *types.Transaction) error {
	return c.f.Effect(func() error { return c.Client.SendTransaction(ctx, tx) })
}

// Client is client with every send an effect.
func (f *Fuse) Client(client *l1.Client) Client { return Client{client, f} }

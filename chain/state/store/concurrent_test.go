package store

import (
	"errors"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/ashlar-labs/ashlar/chain/state/tree"
)

// TestProofsBesideApply proves at the last versions while more are applied and pruned: a
// proof either holds or its version has left the window.
func TestProofsBesideApply(t *testing.T) {
	h := grown(t, 3, 13, 5)
	defer h.db.Close()
	stop := make(chan struct{})
	var readers sync.WaitGroup
	for seed := range uint64(2) {
		readers.Go(func() {
			rng := rand.New(rand.NewPCG(seed, 9))
			for {
				select {
				case <-stop:
					return
				default:
					readOnce(t, h.store, rng)
				}
			}
		})
	}
	for range 40 {
		h.step(t, 40)
	}
	close(stop)
	readers.Wait()
}

func readOnce(t *testing.T, s *Store, rng *rand.Rand) {
	oldest, last, _, err := s.Versions()
	if err != nil {
		t.Error(err)
		return
	}
	version, writes := oldest+rng.Uint64N(last-oldest+1), randomWrites(rng, 6)
	root, err := s.Root(version)
	if errors.Is(err, ErrUnknownVersion) {
		return
	}
	for i := range writes {
		p, err := s.Prove(version, writes[i].Key)
		if errors.Is(err, ErrUnknownVersion) {
			return
		}
		if err != nil {
			t.Error(err)
			return
		}
		if _, _, err := tree.VerifyProof(root, writes[i].Key, p); err != nil {
			t.Error(err)
		}
	}
	if part, err := s.Witness(version, nil, writes); err == nil && part.Root() != root {
		t.Error("witness has another root")
	} else if err != nil && !errors.Is(err, ErrUnknownVersion) {
		t.Error(err)
	}
}

package machine

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/hash/sponge"
	"github.com/ashlar-labs/ashlar/stark/logup"
	"github.com/ashlar-labs/ashlar/stark/proof"
	"github.com/ashlar-labs/ashlar/stark/verifier"
)

// ErrInvalidProof is wrapped by every rejection.
var ErrInvalidProof = proof.ErrInvalidProof

func refuse(format string, args ...any) error {
	return fmt.Errorf("%s: %w", fmt.Sprintf(format, args...), ErrInvalidProof)
}

// Verify checks an encoded proof of a run against the program and the output that the
// caller expects, under the profile of the keys.
func (k *Keys) Verify(ctx context.Context, program Digest, output [abi.OutputBytes]byte, encoded []byte) error {
	p, err := k.Decode(encoded, program)
	if err != nil {
		return err
	}
	return k.VerifyProof(ctx, program, output, p)
}

// VerifyProof is Verify for a proof that Decode made.
func (k *Keys) VerifyProof(ctx context.Context, program Digest, output [abi.OutputBytes]byte, p *Proof) error {
	switch got, err := p.Program.Digest(); {
	case err != nil:
		return refuse("%v", err)
	case got != program:
		return refuse("the proof is of program %v, not of %v", got, program)
	case p.Profile != k.Profile.Name:
		return refuse("the proof is of profile %q, not of %q", p.Profile, k.Profile.Name)
	case p.Output != output:
		return refuse("the proof is of output %x, not of %x", p.Output, output)
	}
	if err := p.checkChain(); err != nil {
		return err
	}
	statement, err := k.Digested(&Statement{Program: program, Output: output, Segments: len(p.Segments), Boundaries: len(p.Boundaries)})
	if err != nil {
		return err
	}
	items, err := p.items(k)
	if err != nil {
		return err
	}
	if err := checkEntries(items); err != nil {
		return err
	}
	firsts := make([]First, len(items))
	for i := range items {
		firsts[i] = items[i].First
	}
	return verifyItems(ctx, statement, Global(statement, firsts), items, &output)
}

// verifyItems verifies every part, some at a time, and that the global sums add up to zero.
// The error is that of the first part that is refused.
func verifyItems(ctx context.Context, statement sponge.Digest, global proof.Global, items []item, output *[abi.OutputBytes]byte) error {
	sums, errs := make([]ext.E6, len(items)), make([]error, len(items))
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(items)) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(items); i = int(next.Add(1)) - 1 {
				if errs[i] = ctx.Err(); errs[i] == nil {
					sums[i], errs[i] = items[i].verify(statement, global, output)
				}
			}
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return checkSums(sums)
}

// checkSums refuses parts whose global sums do not add up to zero: something is sent on a global bus that nobody receives.
func checkSums(sums []ext.E6) error {
	var total ext.E6
	for _, s := range sums {
		total = total.Add(s)
	}
	if total != (ext.E6{}) {
		return refuse("segments, boundary and program do not belong together: global sum is not zero")
	}
	return nil
}

// verify verifies one part and returns its global sum.
func (it *item) verify(statement sponge.Digest, global proof.Global, output *[abi.OutputBytes]byte) (ext.E6, error) {
	var external []logup.Message
	if it.Kind == Segment {
		external = SegmentExternal(it.external[0], it.external[1], it.external[2], output)
	}
	sum, err := verifier.Verify(it.key, Context(statement, it.Part), it.Publics, global, external, it.proof)
	if err != nil {
		return sum, fmt.Errorf("%v proof %d: %w", it.Kind, it.Index+1, err)
	}
	return sum, nil
}

// checkEntries bounds the messages on global buses over all proofs, so that multiplicities
// cannot wrap around p: that a cell has one history rests on it.
func checkEntries(items []item) error {
	total := uint64(0)
	for i := range items {
		total += items[i].key.GlobalEntries
	}
	if limit := uint64(items[0].key.Layer.GlobalEntriesMax); total > limit {
		return refuse("%d messages on global buses, at most %d", total, limit)
	}
	return nil
}

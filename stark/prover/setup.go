package prover

import (
	"context"
	"fmt"
	"slices"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/proof"
	"github.com/ashlar-labs/ashlar/stark/transcript"
)

// Columns are the columns of every table of a layout, by table, then by column, in natural
// order.
type Columns [][][]field.Element

// Options are how a proof is made; they do not change it.
type Options struct {
	Workers  int // goroutines, at least one
	Observer Observer
	// Check makes Prove call Prover.Check first.
	Check bool
	// Recorder sees the second transcript, for tests that compare it with a verifier's.
	Recorder transcript.Recorder
}

// layout is a layout with what provers derive from it.
type layout struct {
	layout    *proof.Layout
	domains   map[int]*domain // by log height
	fillers   []*filler       // by table
	quotients []*quotient
}

// Prover makes proofs for one key. It is read-only and may be shared.
type Prover struct {
	*layout
	key        *proof.Key
	fixedTrace Columns
	fixed      commitment
	first      map[int][]field.Element // firstInverses by log height
}

// session is one call: a prover with the options of the call.
type session struct {
	*Prover
	ctx      context.Context
	workers  int
	observer Observer
}

// Setup commits to the fixed columns, which gives the key, and prepares proofs. The
// fixed columns must not be changed afterwards.
func Setup(ctx context.Context, l *proof.Layout, fixed Columns, o Options) (*Prover, error) {
	p, err := prepare(l)
	if err != nil {
		return nil, fmt.Errorf("prover setup: %w", err)
	}
	// The trees do not depend on the cap of the key that is made here.
	s, err := p.open(ctx, &proof.Key{Layout: l}, fixed, o)
	if err != nil {
		return nil, fmt.Errorf("prover setup: %w", err)
	}
	if s.key, err = proof.NewKey(l, s.fixed.cap()); err != nil {
		return nil, fmt.Errorf("prover setup: %w", err)
	}
	return s.Prover, nil
}

// New is Setup for a key that exists; fixed columns of another key are refused.
func New(ctx context.Context, key *proof.Key, fixed Columns, o Options) (*Prover, error) {
	p, err := Setup(ctx, key.Layout, fixed, o)
	if err != nil {
		return nil, err
	}
	if !slices.Equal(p.fixed.cap(), key.FixedCap) || p.key.Digest != key.Digest {
		return nil, fmt.Errorf("prover setup: the fixed columns are not those of the key")
	}
	p.key = key
	return p, nil
}

// Key is the key of the proofs.
func (p *Prover) Key() *proof.Key { return p.key }

func prepare(l *proof.Layout) (*layout, error) {
	out := &layout{layout: l, domains: map[int]*domain{}}
	for i := range l.Tables {
		t := &l.Tables[i]
		if out.domains[t.LogHeight] == nil {
			d, err := newDomain(t.LogHeight, l.Layer.LogBlowup)
			if err != nil {
				return nil, err
			}
			out.domains[t.LogHeight] = d
		}
		f, err := newFiller(t.Table)
		if err != nil {
			return nil, fmt.Errorf("table %s: %w", t.Chip.Name, err)
		}
		q, err := newQuotient(t.Nodes, t.Constraints, len(t.Chip.Fixed), l.Publics)
		if err != nil {
			return nil, fmt.Errorf("table %s: %w", t.Chip.Name, err)
		}
		out.fillers, out.quotients = append(out.fillers, f), append(out.quotients, q)
	}
	return out, nil
}

// open commits to the fixed columns and computes selectors.
func (l *layout) open(ctx context.Context, key *proof.Key, fixed Columns, o Options) (*session, error) {
	p := &Prover{layout: l, key: key, fixedTrace: fixed, first: map[int][]field.Element{}}
	s := p.session(ctx, o)
	if len(fixed) != len(key.Tables) {
		return nil, fmt.Errorf("fixed columns of %d tables, want %d", len(fixed), len(key.Tables))
	}
	for i := range key.Tables {
		t := &key.Tables[i]
		if err := checkColumns(t.Chip.Name, "fixed", fixed[i], len(t.Chip.Fixed), t.Height()); err != nil {
			return nil, err
		}
		if err := checkReduced(ctx, t.Chip.Name, fixed[i], s.workers); err != nil {
			return nil, err
		}
	}
	for log, d := range l.domains {
		var err error
		if p.first[log], err = d.firstInverses(ctx, s.workers); err != nil {
			return nil, err
		}
	}
	var err error
	p.fixed, err = s.extendAndCommit(proof.Fixed, func(table int) [][]field.Element { return fixed[table] })
	return s, err
}

func (p *Prover) session(ctx context.Context, o Options) *session {
	return &session{Prover: p, ctx: ctx, workers: max(1, o.Workers), observer: o.Observer}
}

// domain is that of a table.
func (l *layout) domain(table int) *domain { return l.domains[l.layout.Tables[table].LogHeight] }

package prove

import (
	"context"
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/stark/proof"
	"github.com/ashlar-labs/ashlar/stark/prover"
	"github.com/ashlar-labs/ashlar/zkvm/machine"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// setup is everything about one key that does not depend on a run.
type setup struct {
	layout   *proof.Layout
	key      *proof.Key
	prover   *prover.Prover
	fixed    [][][]field.Element
	counters []*counter // by table
	lookup   int        // the table of the fixed lookups
}

func newSetup(ctx context.Context, key *proof.Key, fixed [][][]field.Element, workers int) (*setup, error) {
	s := &setup{layout: key.Layout, key: key, fixed: fixed}
	var err error
	if s.prover, err = prover.New(ctx, key, fixed, prover.Options{Workers: workers}); err != nil {
		return nil, err
	}
	return s, s.count()
}

// count prepares the counting of lookups.
func (s *setup) count() error {
	s.counters = make([]*counter, len(s.layout.Tables))
	for i := range s.layout.Tables {
		chip := s.layout.Tables[i].Chip
		if chip.Name == machine.Machine().Lookups.Chip.Name {
			s.lookup = i
			continue
		}
		var err error
		if s.counters[i], err = newCounter(chip); err != nil {
			return fmt.Errorf("table %s: %w", chip.Name, err)
		}
	}
	return nil
}

// Prover proves runs under one profile. It keeps what it computed for every shape. It is
// not safe for concurrent use.
type Prover struct {
	keys   *machine.Keys
	setups map[[2]int]*setup
	traces traces
}

// New returns a prover for a profile.
func New(profile params.Profile) *Prover {
	return &Prover{keys: machine.NewKeys(profile), setups: map[[2]int]*setup{}, traces: traces{free: map[int][][]field.Element{}}}
}

// Keys are the keys of the prover's profile.
func (p *Prover) Keys() *machine.Keys { return p.keys }

func (p *Prover) setup(ctx context.Context, kind machine.Kind, shape, workers int) (*setup, error) {
	id := [2]int{int(kind), shape}
	if s := p.setups[id]; s != nil {
		return s, nil
	}
	key, err := p.keys.Key(kind, shape)
	if err != nil {
		return nil, err
	}
	s, err := newSetup(ctx, key, machine.Machine().FixedColumns(kind, shape), workers)
	if err != nil {
		return nil, fmt.Errorf("%v shape %d: %w", kind, shape, err)
	}
	p.setups[id] = s
	return s, nil
}

// Program is a program that can be proven. It is not safe for concurrent use.
type Program struct {
	Loaded *rv64.Program
	ROM    *rom.Program
	ID     machine.ProgramID
	Digest machine.Digest

	provers map[string]*prover.Prover // by profile
}

// Load makes the rows and cells of an image and commits to them.
func Load(ctx context.Context, loaded *rv64.Program, workers int) (*Program, error) {
	p := &Program{Loaded: loaded, provers: map[string]*prover.Prover{}}
	var err error
	if p.ROM, err = rom.Build(loaded.Image()); err != nil {
		return nil, err
	}
	// The commitment of the profile with the longest cap serves all of them.
	setup, err := p.setup(ctx, machine.NewKeys(params.P100()), workers)
	if err != nil {
		return nil, err
	}
	p.ID.Cap = setup.Key().FixedCap
	p.Digest, err = p.ID.Digest()
	return p, err
}

// setup commits to the program under the profile of the keys, once.
func (p *Program) setup(ctx context.Context, keys *machine.Keys, workers int) (*prover.Prover, error) {
	if made := p.provers[keys.Profile.Name]; made != nil {
		return made, nil
	}
	logs, columns, err := machine.Machine().ProgramColumns(p.ROM)
	if err != nil {
		return nil, err
	}
	p.ID.Logs, p.ID.Entry = logs, p.ROM.Entry
	layout, err := keys.ProgramLayout(logs)
	if err != nil {
		return nil, err
	}
	made, err := prover.Setup(ctx, layout, columns, prover.Options{Workers: workers})
	p.provers[keys.Profile.Name] = made
	return made, err
}

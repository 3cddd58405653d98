package check

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/logup"
)

// Message is a term of a bus that no table sends: the one of package logup.
type Message = logup.Message

// Unbalanced is a tuple of which a bus has more on one side.
type Unbalanced struct {
	Bus   string
	Tuple []uint32
	Net   int64  // put minus taken, between -p/2 and p/2
	Where string // a place that put or took it
}

func (u Unbalanced) String() string {
	return fmt.Sprintf("bus %s: tuple %v put %+d times more than taken (%s)", u.Bus, u.Tuple, u.Net, u.Where)
}

// Balance returns the tuples of local buses, ordered by bus and tuple, that are not
// balanced, with the external messages.
func Balance(instances []Instance, external []Message) ([]Unbalanced, error) {
	return balance(instances, external, false)
}

// GlobalBalance is Balance for the global buses: instances are those of all proofs of a
// run.
func GlobalBalance(instances []Instance, external []Message) ([]Unbalanced, error) {
	return balance(instances, external, true)
}

func balance(instances []Instance, external []Message, global bool) ([]Unbalanced, error) {
	if err := checkAll(instances); err != nil {
		return nil, err
	}
	sums := ledger{}
	if err := sums.addExternal(external, global); err != nil {
		return nil, err
	}
	for i := range instances {
		in := &instances[i]
		e := newEvaluator(in.Chip)
		for row := range in.liveRows() {
			e.run(in, row)
			for _, x := range in.Chip.Interactions {
				if x.Bus.Global == global {
					sums.addRow(e, &x, in.Chip.Name, row, false)
				}
			}
		}
	}
	return sums.unbalanced(), nil
}

// ledger maps bus and tuple to what was put minus what was taken.
type ledger map[string]entry

type entry struct {
	bus   string
	chip  string
	row   int
	net   field.Element
	tuple []field.Element
}

func (l ledger) add(bus air.Bus, tuple []field.Element, m field.Element, chip string, row int) {
	if m == 0 {
		return
	}
	key := keyOf(bus, tuple)
	e, ok := l[key]
	if !ok {
		e = entry{bus: bus.Name, chip: chip, row: row, tuple: tuple}
	}
	e.net = e.net.Add(m)
	l[key] = e
}

func keyOf(bus air.Bus, tuple []field.Element) string {
	b := binary.BigEndian.AppendUint32(make([]byte, 0, 4+4*len(tuple)), bus.ID)
	for _, x := range tuple {
		b = binary.BigEndian.AppendUint32(b, x.Uint32())
	}
	return string(b)
}

// addRow adds an interaction on the row that e was run on; negate takes it back.
func (l ledger) addRow(e *evaluator, x *air.Interaction, chip string, row int, negate bool) {
	m := e.base[x.Multiplicity]
	if (x.Direction == air.Take) != negate {
		m = m.Neg()
	}
	l.add(x.Bus, e.tuple(x), m, chip, row)
}

// tuple is an interaction's tuple on the row that e was run on.
func (e *evaluator) tuple(x *air.Interaction) []field.Element {
	tuple := make([]field.Element, len(x.Tuple))
	for i, id := range x.Tuple {
		tuple[i] = e.base[id]
	}
	return tuple
}

func (l ledger) addExternal(external []Message, global bool) error {
	for i, m := range external {
		if err := m.Check(); err != nil {
			return fmt.Errorf("message %d: %w", i, err)
		}
		if m.Bus.Global != global {
			continue
		}
		times := m.Multiplicity
		if m.Direction == air.Take {
			times = times.Neg()
		}
		l.add(m.Bus, m.Tuple, times, "external", i)
	}
	return nil
}

func (l ledger) balanced() bool {
	for _, e := range l {
		if e.net != 0 {
			return false
		}
	}
	return true
}

func (l ledger) unbalanced() []Unbalanced {
	var keys []string
	for k, e := range l {
		if e.net != 0 {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, strings.Compare)
	var out []Unbalanced
	for _, k := range keys {
		e := l[k]
		u := Unbalanced{Bus: e.bus, Net: int64(e.net.Uint32()), Where: fmt.Sprintf("%s, row %d", e.chip, e.row)}
		if u.Net > field.Modulus/2 {
			u.Net -= field.Modulus
		}
		for _, x := range e.tuple {
			u.Tuple = append(u.Tuple, x.Uint32())
		}
		out = append(out, u)
	}
	return out
}

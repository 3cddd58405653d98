package proof

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/hash/sponge"
	"github.com/ashlar-labs/ashlar/stark/merkle"
	"github.com/ashlar-labs/ashlar/stark/transcript"
)

// ProtocolVersion is absorbed by every key. It changes whenever a proof of one version
// would mean something else under another.
const ProtocolVersion = 2

// Key is a layout with the commitment to its fixed columns: what a proof is a proof of,
// apart from context and public values.
type Key struct {
	*Layout
	FixedCap merkle.Cap // empty without fixed columns
	Digest   sponge.Digest
}

// NewKey completes a layout. Who calls it knows the fixed columns: nothing here ties the
// cap to them.
func NewKey(layout *Layout, fixedCap merkle.Cap) (*Key, error) {
	if len(fixedCap) != layout.CapLen(Fixed) {
		return nil, fmt.Errorf("key: fixed cap of %d digests, want %d", len(fixedCap), layout.CapLen(Fixed))
	}
	for i := range fixedCap {
		if !reduced(fixedCap[i][:]...) {
			return nil, fmt.Errorf("key: fixed cap: digest %d: %w", i, field.ErrNotCanonical)
		}
	}
	k := &Key{Layout: layout, FixedCap: append(merkle.Cap(nil), fixedCap...)}
	k.Digest = k.digest()
	return k, nil
}

// digest hashes everything that the meaning of a proof depends on. The extended graphs
// follow from the chips and the protocol version; they are absorbed nevertheless, so that a
// circuit that evaluates them has them bound.
func (k *Key) digest() (d sponge.Digest) {
	tr := transcript.New("ashlar-key-v1")
	tr.Uint64(ProtocolVersion)
	tr.Label("parameters")
	var words []field.Element
	for _, w := range k.Profile.Words(k.Layer) {
		words = append(words, field.New(uint64(w)))
	}
	tr.Elements(words...)
	tr.Label("system")
	tr.Bytes([]byte(k.System))
	tr.Uint64(uint64(k.Publics))
	tr.Uint64(uint64(len(k.Tables)))
	for i := range k.Tables {
		absorbTable(tr, &k.Tables[i])
	}
	tr.Label("fixed cap")
	tr.Digests(k.FixedCap...)
	for i := range d {
		d[i] = tr.Element()
	}
	return d
}

func absorbTable(tr *transcript.Transcript, t *Table) {
	tr.Label("table")
	tr.Bytes([]byte(t.Chip.Name))
	shared := 0
	if t.Chip.Shared {
		shared = 1
	}
	tr.Elements(numbers(t.Index, t.LogHeight, shared, len(t.Chip.Main), len(t.Chip.Fixed), len(t.Columns), t.NumExposed)...)
	tr.Label("nodes")
	nodes := make([]field.Element, 0, 6*len(t.Nodes))
	for _, n := range t.Nodes {
		nodes = append(nodes, numbers(int(n.Op), int(n.Index), int(n.Rotation), int(n.A), int(n.B))...)
		nodes = append(nodes, n.Value)
	}
	tr.Elements(nodes...)
	tr.Label("constraints")
	var constraints []field.Element
	for _, c := range t.Constraints {
		constraints = append(constraints, numbers(int(c.When), int(c.Node))...)
	}
	tr.Elements(constraints...)
	tr.Uint64(uint64(len(t.Chip.Interactions)))
	for _, x := range t.Chip.Interactions {
		absorbInteraction(tr, &x)
	}
}

func absorbInteraction(tr *transcript.Transcript, x *air.Interaction) {
	global, taken := 0, 0
	if x.Bus.Global {
		global = 1
	}
	if x.Direction == air.Take {
		taken = 1
	}
	out := numbers(int(x.Bus.ID), int(x.Bus.Kind), global, x.Bus.Width, taken, int(x.Multiplicity))
	for _, id := range x.Tuple {
		out = append(out, field.New(uint64(id)))
	}
	tr.Label("interaction")
	tr.Elements(out...)
}

// numbers are small non-negative numbers as elements: all are below p by the checks of
// a layout.
func numbers(xs ...int) []field.Element {
	out := make([]field.Element, len(xs))
	for i, x := range xs {
		out[i] = field.New(uint64(x))
	}
	return out
}

func reduced(xs ...field.Element) bool {
	for _, x := range xs {
		if x >= field.Modulus {
			return false
		}
	}
	return true
}

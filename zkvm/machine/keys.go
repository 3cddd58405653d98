package machine

import (
	_ "embed"
	"fmt"
	"sync"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/hash/poseidon2"
	"github.com/ashlar-labs/ashlar/stark/hash/sponge"
	"github.com/ashlar-labs/ashlar/stark/merkle"
	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/stark/proof"
	"github.com/ashlar-labs/ashlar/stark/transcript"
)

// Layer is the layer of parameters of all proofs of a run.
const Layer = params.LeafHalf

// caps are the commitments to the fixed columns of all shapes, first of segments and then
// of boundary proofs, so that who verifies computes none of them. Written by
// `go test ./zkvm/machine -run TestCaps -update`, which otherwise compares.
//
//go:embed caps.bin
var caps []byte

// embeddedCapLog is log2 of the digests of an embedded cap: that of the profile with the
// most queries. Shorter caps follow from it.
const embeddedCapLog = 7

const embeddedCapBytes = sponge.DigestBytes << embeddedCapLog

// Keys are the keys of a profile. They are made when first asked for and may be shared.
type Keys struct {
	Profile params.Profile
	machine *Definition

	mu     sync.Mutex
	keys   map[keyID]*proof.Key
	digest *sponge.Digest
}

type keyID struct {
	kind  Kind
	shape int
}

// NewKeys returns the keys of a profile.
func NewKeys(profile params.Profile) *Keys {
	return &Keys{Profile: profile, machine: Machine(), keys: map[keyID]*proof.Key{}}
}

// Key returns the key of a shape of segments or boundary proofs.
func (k *Keys) Key(kind Kind, shape int) (*proof.Key, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	id := keyID{kind, shape}
	if key := k.keys[id]; key != nil {
		return key, nil
	}
	layout, err := k.layout(kind, shape)
	if err != nil {
		return nil, err
	}
	full, err := k.machine.embedded(kind, shape)
	if err != nil {
		return nil, err
	}
	key, err := proof.NewKey(layout, shorten(full, layout.CapLen(proof.Fixed)))
	if err != nil {
		return nil, err
	}
	k.keys[id] = key
	return key, nil
}

// layout is the layout of a shape of the two systems with a list of shapes.
func (k *Keys) layout(kind Kind, shape int) (*proof.Layout, error) {
	if kind == Program || shape < 0 || shape >= k.machine.count(kind) {
		return nil, fmt.Errorf("there is no shape %d of a %v", shape, kind)
	}
	return proof.NewLayout(k.Profile, Layer, &k.machine.Systems[kind], k.machine.heights(kind, shape))
}

// ProgramKey returns the key of a program.
func (k *Keys) ProgramKey(p *ProgramID) (*proof.Key, error) {
	layout, err := k.ProgramLayout(p.Logs)
	if err != nil {
		return nil, err
	}
	return proof.NewKey(layout, shorten(p.Cap, layout.CapLen(proof.Fixed)))
}

// ProgramLayout is the layout of program proofs whose tables have these heights.
func (k *Keys) ProgramLayout(logs [programParts]int) (*proof.Layout, error) {
	return proof.NewLayout(k.Profile, Layer, &k.machine.Systems[Program], logs[:])
}

// embedded is the place of a shape in caps.
func (d *Definition) embedded(kind Kind, shape int) (merkle.Cap, error) {
	at := shape
	if kind == Boundary {
		at += len(d.Shapes)
	}
	if len(caps) < (at+1)*embeddedCapBytes {
		return nil, fmt.Errorf("no commitment to the fixed columns of %v shape %d", kind, shape)
	}
	return decodeCap(caps[at*embeddedCapBytes:][:embeddedCapBytes])
}

// decodeCap reads digests; the length is a multiple of theirs.
func decodeCap(b []byte) (merkle.Cap, error) {
	out := make(merkle.Cap, len(b)/sponge.DigestBytes)
	for i := range out {
		for j := range out[i] {
			var err error
			if out[i][j], err = field.Decode([field.Bytes]byte(b[:field.Bytes])); err != nil {
				return nil, fmt.Errorf("cap: digest %d: %w", i, err)
			}
			b = b[field.Bytes:]
		}
	}
	return out, nil
}

// shorten returns the cap of n digests of the same tree. Above its cap a tree has no
// matrices, so a node is the compression of its children.
func shorten(c merkle.Cap, n int) merkle.Cap {
	for len(c) > n {
		up := make(merkle.Cap, len(c)/2)
		for i := range up {
			left, right := [poseidon2.DigestLen]field.Element(c[2*i]), [poseidon2.DigestLen]field.Element(c[2*i+1])
			poseidon2.CompressPair((*[poseidon2.DigestLen]field.Element)(&up[i]), &left, &right)
		}
		c = up
	}
	return c
}

// Digest identifies the machine: the chips of its systems, every shape that a proof may have,
// and the commitments to the fixed columns. It does not depend on the profile, and a proof
// names it in its header: builds whose machines differ have no proofs in common.
func (k *Keys) Digest() (sponge.Digest, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.digest != nil {
		return *k.digest, nil
	}
	d, err := machineDigest()
	if err != nil {
		return sponge.Digest{}, err
	}
	k.digest = &d
	return d, nil
}

var machineDigest = sync.OnceValues(func() (sponge.Digest, error) { return Machine().digest() })

func (d *Definition) digest() (sponge.Digest, error) {
	tr := transcript.New("ashlar-machine-v1")
	tr.Uint64(Version)
	chips := d.chips()
	tr.Label("chips")
	tr.Bytes(chips[:])
	for _, kind := range []Kind{Segment, Boundary} {
		tr.Label(d.Systems[kind].Name)
		for shape := range d.count(kind) {
			full, err := d.embedded(kind, shape)
			if err != nil {
				return sponge.Digest{}, err
			}
			heights := d.heights(kind, shape)
			logs := make([]field.Element, len(heights))
			for i, h := range heights {
				logs[i] = field.New(uint64(h))
			}
			tr.Elements(logs...)
			tr.Digests(shorten(full, 1)...)
		}
	}
	return squeeze(tr), nil
}

func (d *Definition) count(kind Kind) int {
	if kind == Segment {
		return len(d.Shapes)
	}
	return len(d.Boundaries)
}

func (d *Definition) heights(kind Kind, shape int) proof.Shape {
	if kind == Segment {
		return d.Shapes[shape].Heights
	}
	return d.Boundaries[shape]
}

func squeeze(tr *transcript.Transcript) (d sponge.Digest) {
	for i := range d {
		d[i] = tr.Element()
	}
	return d
}

package machine

import (
	"bytes"
	"encoding/binary"
	"fmt"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/merkle"
	"github.com/ashlar-labs/ashlar/stark/proof"
)

const proofMagic = "ashlarpf"

// Encode returns the wire form of a proof of the keys' profile.
func (k *Keys) Encode(p *Proof) ([]byte, error) {
	le := binary.LittleEndian
	b := append([]byte(proofMagic), Version)
	machine, err := k.Digest()
	if err != nil {
		return nil, fmt.Errorf("encode proof: %w", err)
	}
	b = merkle.AppendCap(b, merkle.Cap{machine})
	b = append(append(b, byte(len(p.Profile))), p.Profile...)
	for _, log := range p.Program.Logs {
		b = append(b, byte(log))
	}
	b = le.AppendUint32(b, p.Program.Entry)
	b = merkle.AppendCap(b, p.Program.Cap)
	b = append(b, p.Output[:]...)
	b = le.AppendUint32(b, uint32(len(p.Segments)))
	b = le.AppendUint32(b, uint32(len(p.Boundaries)))
	for i := range p.Segments {
		s := &p.Segments[i]
		key, err := k.Key(Segment, s.Shape)
		if err != nil {
			return nil, fmt.Errorf("encode proof: %w", err)
		}
		b = le.AppendUint32(le.AppendUint32(append(b, byte(s.Shape)), s.PCOut), s.TimeOut)
		b = key.AppendProof(b, s.Proof)
	}
	for i := range p.Boundaries {
		s := &p.Boundaries[i]
		key, err := k.Key(Boundary, s.Shape)
		if err != nil {
			return nil, fmt.Errorf("encode proof: %w", err)
		}
		b = le.AppendUint32(append(b, byte(s.Shape)), s.Last)
		b = key.AppendProof(b, s.Proof)
	}
	key, err := k.ProgramKey(&p.Program)
	if err != nil {
		return nil, fmt.Errorf("encode proof: %w", err)
	}
	return key.AppendProof(b, p.ProgramProof), nil
}

// Decode reads a proof of the keys' profile. Who does not expect a certain program passes
// the digest that the proof itself names, see [Header].
func (k *Keys) Decode(b []byte, program Digest) (*Proof, error) {
	p, err := k.decode(b, program)
	if err != nil {
		return nil, fmt.Errorf("decode proof: %w", err)
	}
	return p, nil
}

func (k *Keys) decode(b []byte, program Digest) (*Proof, error) {
	p, r, err := header(b)
	if err != nil {
		return nil, err
	}
	if p.Profile != k.Profile.Name {
		return nil, refuse("the proof is of profile %q, not of %q", p.Profile, k.Profile.Name)
	}
	// Keys of a program are costly, so a wrong one is refused before.
	switch got, err := p.Program.Digest(); {
	case err != nil:
		return nil, refuse("%v", err)
	case got != program:
		return nil, refuse("the proof is of program %v, not of %v", got, program)
	}
	segments, boundaries := r.u32(), r.u32()
	if segments > maxSegments || boundaries > maxBoundaries {
		return nil, refuse("%d segments, %d boundary proofs", segments, boundaries)
	}
	for i := uint32(0); i < segments && r.err == nil; i++ {
		s := SegmentProof{Shape: int(r.u8()), PCOut: r.u32(), TimeOut: r.u32()}
		s.Proof = r.proof(Segment, i, func() (*proof.Key, error) { return k.Key(Segment, s.Shape) })
		p.Segments = append(p.Segments, s)
	}
	for i := uint32(0); i < boundaries && r.err == nil; i++ {
		s := BoundaryProof{Shape: int(r.u8()), Last: r.u32()}
		s.Proof = r.proof(Boundary, i, func() (*proof.Key, error) { return k.Key(Boundary, s.Shape) })
		p.Boundaries = append(p.Boundaries, s)
	}
	p.ProgramProof = r.proof(Program, 0, func() (*proof.Key, error) { return k.ProgramKey(&p.Program) })
	switch {
	case r.err != nil:
		return nil, r.err
	case len(r.rest) != 0:
		return nil, refuse("%d bytes too many", len(r.rest))
	}
	return p, nil
}

// Header reads what a proof says about itself: profile, program and output, without the
// proofs.
func Header(b []byte) (*Proof, error) {
	p, _, err := header(b)
	if err != nil {
		return nil, fmt.Errorf("decode proof: %w", err)
	}
	return p, nil
}

func header(b []byte) (*Proof, *reader, error) {
	r := &reader{rest: b}
	if string(r.take(len(proofMagic))) != proofMagic {
		return nil, nil, refuse("not a proof file")
	}
	if err := r.build(); err != nil {
		return nil, nil, err
	}
	p := &Proof{Profile: string(r.take(int(r.u8())))}
	for i := range p.Program.Logs {
		p.Program.Logs[i] = int(r.u8())
	}
	p.Program.Entry = r.u32()
	encoded := r.take(embeddedCapBytes)
	copy(p.Output[:], r.take(abi.OutputBytes))
	if r.err != nil {
		return nil, nil, r.err
	}
	var err error
	if p.Program.Cap, err = decodeCap(encoded); err != nil {
		return nil, nil, refuse("program: %v", err)
	}
	return p, r, nil
}

// build refuses the proof of a build whose proofs have another form or another machine.
func (r *reader) build() error {
	const advice = "verify it with the build that made it, or prove the run again"
	version := r.u8()
	if r.err == nil && version != Version {
		return refuse("the proof has format %d, this build of ashlar has format %d: %s", version, Version, advice)
	}
	d, err := machineDigest()
	if err != nil {
		return err
	}
	want := merkle.AppendCap(nil, merkle.Cap{d})
	got := r.take(len(want))
	if r.err == nil && !bytes.Equal(got, want) {
		return refuse("the proof is of another build of ashlar, whose machine has other chips or shapes (its digest is %x, here it is %x): %s", got, want, advice)
	}
	return r.err
}

// reader cuts pieces off; after the first one that is missing it returns zeros.
type reader struct {
	rest []byte
	err  error
}

func (r *reader) take(n int) []byte {
	if r.err == nil && len(r.rest) < n {
		r.err = refuse("it ends %d bytes early", n-len(r.rest))
	}
	if r.err != nil {
		return nil
	}
	head := r.rest[:n]
	r.rest = r.rest[n:]
	return head
}

func (r *reader) u8() uint8 {
	if b := r.take(1); b != nil {
		return b[0]
	}
	return 0
}

func (r *reader) u32() uint32 {
	if b := r.take(4); b != nil {
		return binary.LittleEndian.Uint32(b)
	}
	return 0
}

func (r *reader) proof(kind Kind, index uint32, keyOf func() (*proof.Key, error)) *proof.Proof {
	if r.err != nil {
		return nil
	}
	key, err := keyOf()
	if err != nil {
		r.err = refuse("%v proof %d: %v", kind, index+1, err)
		return nil
	}
	b := r.take(key.ProofBytes())
	if r.err != nil {
		return nil
	}
	p, err := key.DecodeProof(b)
	if err != nil {
		r.err = fmt.Errorf("%v proof %d: %w", kind, index+1, err)
	}
	return p
}

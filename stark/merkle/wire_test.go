package merkle

import (
	"bytes"
	"encoding/binary"
	"slices"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
)

func TestWireRoundTrip(t *testing.T) {
	for name, shape := range shapes() {
		indices := []int{0, 0}
		s, tree, o := commit(t, shape, indices)
		b := s.AppendOpening(nil, o)
		if len(b) != s.OpeningBytes(2) {
			t.Fatalf("%s: %d bytes, announced %d", name, len(b), s.OpeningBytes(2))
		}
		got, err := s.DecodeOpening(b, 2)
		if err != nil {
			t.Fatal(name, err)
		}
		if !slices.Equal(got.Rows, o.Rows) || !slices.Equal(got.Paths, o.Paths) {
			t.Errorf("%s: another opening", name)
		}
		cb := AppendCap(nil, tree.Cap())
		c, err := s.DecodeCap(cb)
		if err != nil || len(cb) != s.CapBytes() || !slices.Equal(c, tree.Cap()) {
			t.Errorf("%s: cap: %v", name, err)
		}
		if err := s.Verify(c, indices, got); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestRejectsEveryFlippedByte sees to it that no byte of the wire form is free.
func TestRejectsEveryFlippedByte(t *testing.T) {
	indices := []int{9, 33}
	s, tree, o := commit(t, mixed, indices)
	b := s.AppendOpening(nil, o)
	for i := range b {
		for _, mask := range []byte{1, 0x80} {
			b[i] ^= mask
			if got, err := s.DecodeOpening(b, 2); err != nil {
				rejected(t, "decode", err, "not canonical")
			} else {
				rejected(t, "verify", s.Verify(tree.Cap(), indices, got), "does not end in the cap")
			}
			b[i] ^= mask
		}
	}
	cb := AppendCap(nil, tree.Cap())
	for i := range cb {
		cb[i] ^= 1
		c, err := s.DecodeCap(cb)
		if err == nil && slices.Equal(c, tree.Cap()) {
			t.Errorf("byte %d of the cap does not count", i)
		}
		cb[i] ^= 1
	}
}

func TestDecodeRejects(t *testing.T) {
	s, tree, o := commit(t, mixed, []int{9, 33})
	b, cb := s.AppendOpening(nil, o), AppendCap(nil, tree.Cap())
	for _, bad := range [][]byte{nil, b[:len(b)-1], b[:len(b)/2], append(slices.Clone(b), 0)} {
		_, err := s.DecodeOpening(bad, 2)
		rejected(t, "length", err, "bytes, want")
	}
	for _, n := range []int{1, 3} {
		_, err := s.DecodeOpening(b, n)
		rejected(t, "count", err, "bytes, want")
	}
	for _, n := range []int{0, -1, maxQueries + 1, 1 << 60} {
		_, err := s.DecodeOpening(b, n)
		rejected(t, "count", err, "queries, allowed")
	}
	for _, bad := range [][]byte{nil, cb[:len(cb)-1], append(slices.Clone(cb), 0)} {
		_, err := s.DecodeCap(bad)
		rejected(t, "cap length", err, "decode cap")
	}
	// the second encodings of zero, of the largest value and of a middle one
	for _, v := range []uint32{field.Modulus, 2*field.Modulus - 1, 1<<32 - 1} {
		for at, where := range map[int]string{
			0:                         "query 0: rows: element 0",
			s.rowLen * 4:              "query 0: sibling 0: element 0",
			len(b)/2 + 4:              "query 1: rows: element 1",
			len(b) - 4:                "query 1: sibling 3: element 7",
			len(b)/2 + s.rowLen*4 - 4: "query 1: rows: element 54",
		} {
			bad := bytes.Clone(b)
			binary.BigEndian.PutUint32(bad[at:], v)
			_, err := s.DecodeOpening(bad, 2)
			rejected(t, "second encoding", err, where)
		}
		bad := bytes.Clone(cb)
		binary.BigEndian.PutUint32(bad[32:], v)
		_, err := s.DecodeCap(bad)
		rejected(t, "second encoding", err, "digest 1: element 0")
	}
}

// FuzzDecodeVerify decodes any bytes; only the honest opening may verify.
func FuzzDecodeVerify(f *testing.F) {
	s, tree, o := commit(f, mixed, []int{9, 33})
	c := tree.Cap()
	honest := s.AppendOpening(nil, o)
	f.Add(honest, uint16(9), uint16(33))
	f.Add(honest, uint16(33), uint16(9))
	f.Add(honest[:100], uint16(9), uint16(64))
	f.Add(append(bytes.Clone(honest), 1), uint16(9), uint16(33))
	f.Add(make([]byte, len(honest)), uint16(0), uint16(0))
	f.Add(bytes.Repeat([]byte{0xff}, len(honest)), uint16(0), uint16(1))
	f.Fuzz(func(t *testing.T, b []byte, i, j uint16) {
		got, err := s.DecodeOpening(b, 2)
		if err != nil {
			rejected(t, "decode", err, "decode opening")
			return
		}
		if !bytes.Equal(s.AppendOpening(nil, got), b) {
			t.Fatal("a second encoding of one opening")
		}
		if s.Verify(c, []int{int(i), int(j)}, got) != nil {
			return
		}
		want, err := tree.Open([]int{int(i), int(j)})
		if err != nil || !slices.Equal(want.Rows, got.Rows) {
			t.Fatal("rows that were not committed verify")
		}
	})
}

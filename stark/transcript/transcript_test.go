package transcript

import (
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/hash/poseidon2"
	"github.com/ashlar-labs/ashlar/stark/hash/sponge"
)

func elements(vs ...uint64) []field.Element {
	out := make([]field.Element, len(vs))
	for i, v := range vs {
		out[i] = field.New(v)
	}
	return out
}

// digest is a run's fingerprint: eight challenges after the given calls.
func digest(calls func(*Transcript)) (d [8]field.Element) {
	t := New("test")
	calls(t)
	for i := range d {
		d[i] = t.Element()
	}
	return d
}

func TestEveryCutOfTheDataDiffers(t *testing.T) {
	one, two := sponge.Digest{1}, sponge.Digest{2}
	flat := append(append([]field.Element(nil), one[:]...), two[:]...)
	runs := map[string]func(*Transcript){
		"nothing":               func(*Transcript) {},
		"no elements":           func(t *Transcript) { t.Elements() },
		"no elements, twice":    func(t *Transcript) { t.Elements(); t.Elements() },
		"no bytes":              func(t *Transcript) { t.Bytes(nil) },
		"no digests":            func(t *Transcript) { t.Digests() },
		"no label":              func(t *Transcript) { t.Label("") },
		"elements 1 2":          func(t *Transcript) { t.Elements(elements(1, 2)...) },
		"elements 1, 2":         func(t *Transcript) { t.Elements(elements(1)...); t.Elements(elements(2)...) },
		"elements 2 1":          func(t *Transcript) { t.Elements(elements(2, 1)...) },
		"elements 1 2 0":        func(t *Transcript) { t.Elements(elements(1, 2, 0)...) },
		"elements 0 1 2":        func(t *Transcript) { t.Elements(elements(0, 1, 2)...) },
		"digests 1 2":           func(t *Transcript) { t.Digests(one, two) },
		"digests 1, 2":          func(t *Transcript) { t.Digests(one); t.Digests(two) },
		"digests 2 1":           func(t *Transcript) { t.Digests(two, one) },
		"digests as elements":   func(t *Transcript) { t.Elements(flat...) },
		"no extensions":         func(t *Transcript) { t.Extensions() },
		"extensions":            func(t *Transcript) { t.Extensions(ext.E6(elements(1, 2, 3, 4, 5, 6))) },
		"extension, reversed":   func(t *Transcript) { t.Extensions(ext.E6(elements(6, 5, 4, 3, 2, 1))) },
		"extension as elements": func(t *Transcript) { t.Elements(elements(1, 2, 3, 4, 5, 6)...) },
		"bytes 1":               func(t *Transcript) { t.Bytes([]byte{1}) },
		"bytes 1 0":             func(t *Transcript) { t.Bytes([]byte{1, 0}) },
		"bytes 1 0 0":           func(t *Transcript) { t.Bytes([]byte{1, 0, 0}) },
		"bytes 1 0 0 0":         func(t *Transcript) { t.Bytes([]byte{1, 0, 0, 0}) },
		"bytes 0 1":             func(t *Transcript) { t.Bytes([]byte{0, 1}) },
		"bytes abcdef":          func(t *Transcript) { t.Bytes([]byte("abcdef")) },
		"bytes abc, def":        func(t *Transcript) { t.Bytes([]byte("abc")); t.Bytes([]byte("def")) },
		"label abcdef":          func(t *Transcript) { t.Label("abcdef") },
		"label abc, bytes def":  func(t *Transcript) { t.Label("abc"); t.Bytes([]byte("def")) },
		"label abcd, bytes ef":  func(t *Transcript) { t.Label("abcd"); t.Bytes([]byte("ef")) },
		"uint64 1":              func(t *Transcript) { t.Uint64(1) },
		"uint64 2^24":           func(t *Transcript) { t.Uint64(1 << 24) },
		"uint64 2^48":           func(t *Transcript) { t.Uint64(1 << 48) },
		"uint64 max":            func(t *Transcript) { t.Uint64(1<<64 - 1) },
		"uint64 max-1":          func(t *Transcript) { t.Uint64(1<<64 - 2) },
		"elements as uint64":    func(t *Transcript) { t.Elements(elements(1, 0, 0)...) },
		"work":                  func(t *Transcript) { _ = t.CheckWork(1, 0) },
		"challenge":             func(t *Transcript) { t.Element() },
		"challenge behind 13":   func(t *Transcript) { t.Elements(make([]field.Element, 13)...); t.Element() },
		"13 zeros":              func(t *Transcript) { t.Elements(make([]field.Element, 13)...) },
		"challenge between":     func(t *Transcript) { t.Elements(elements(1)...); t.Element(); t.Elements(elements(2)...) },
		"challenge before both": func(t *Transcript) { t.Element(); t.Elements(elements(1)...); t.Elements(elements(2)...) },
	}
	seen := map[[8]field.Element]string{digest(func(*Transcript) {}): "nothing"}
	for name, run := range runs {
		d := digest(run)
		if other, dup := seen[d]; dup && other != name {
			t.Errorf("%q and %q give the same challenges", name, other)
		}
		seen[d] = name
	}
	// a full block, with and without a challenge before the next item: the state in
	// between is the same but for the one in the capacity
	full := make([]field.Element, 12)
	with := digest(func(t *Transcript) { t.Elements(full...); t.Element(); t.Uint64(1) })
	if with == digest(func(t *Transcript) { t.Elements(full...); t.Uint64(1) }) {
		t.Error("a challenge behind a full block does not count")
	}
	a, b := New("a"), New("b")
	if a.Element() == b.Element() {
		t.Error("the protocol's name does not count")
	}
}

// TestLengthAcrossTheBlock puts the boundary of a block at every place of an item.
func TestLengthAcrossTheBlock(t *testing.T) {
	seen := map[[8]field.Element]int{}
	for n := range 70 {
		d := digest(func(t *Transcript) { t.Elements(make([]field.Element, n)...) })
		if m, dup := seen[d]; dup {
			t.Errorf("%d and %d zeros give the same challenges", m, n)
		}
		seen[d] = n
	}
}

func TestLongItemsAreCutWithoutAmbiguity(t *testing.T) {
	long := make([]field.Element, maxPiece+1)
	whole := digest(func(t *Transcript) { t.Elements(long...) })
	if whole == digest(func(t *Transcript) { t.Elements(long[:maxPiece]...); t.Elements(long[maxPiece:]...) }) {
		t.Error("a long item equals its pieces")
	}
	b := make([]byte, 2*maxPiece+1)
	whole = digest(func(t *Transcript) { t.Bytes(b) })
	if whole == digest(func(t *Transcript) { t.Bytes(b[:len(b)-1]) }) {
		t.Error("the last byte of a long item does not count")
	}
	if whole == digest(func(t *Transcript) { t.Bytes(b[:maxPiece]); t.Bytes(b[maxPiece:]) }) {
		t.Error("a long byte string equals its pieces")
	}
	es := make([]ext.E6, maxPiece+1)
	whole = digest(func(t *Transcript) { t.Extensions(es...) })
	if whole == digest(func(t *Transcript) { t.Extensions(es[:maxPiece]...); t.Extensions(es[maxPiece:]...) }) {
		t.Error("a long list of extension elements equals its pieces")
	}
	ds := make([]sponge.Digest, maxPiece+1)
	whole = digest(func(t *Transcript) { t.Digests(ds...) })
	if whole == digest(func(t *Transcript) { t.Digests(ds[:maxPiece]...); t.Digests(ds[maxPiece:]...) }) {
		t.Error("a long list of digests equals its pieces")
	}
}

// TestLongItemsCount: of an item of several pieces every piece counts, with its header, and becomes the stream that the
// package says.
func TestLongItemsCount(t *testing.T) {
	const n = 2*maxPiece + 5
	header := func(kind Kind, length int) field.Element { return field.New(uint64(kind)<<lengthBits | uint64(length)) }
	// stream pushes an item of n units by definition: unit pushes unit i.
	stream := func(t *Transcript, kind Kind, unit func(i int)) {
		for i := range n {
			switch {
			case i == 0, i == maxPiece:
				t.push(header(kind|kindContinues, maxPiece))
			case i == 2*maxPiece:
				t.push(header(kind, n-2*maxPiece))
			}
			unit(i)
		}
	}
	xs, es, ds, b := make([]field.Element, n), make([]ext.E6, n), make([]sponge.Digest, n), make([]byte, n)
	for i := range xs {
		v := field.New(uint64(i)*7919 + 1)
		xs[i], es[i], ds[i], b[i] = v, ext.E6{v, 1, v}, sponge.Digest{v, 2, v}, byte(i*31+1)
	}
	for name, c := range map[string]struct {
		absorb, define func(t *Transcript)
		change         func(i int)
	}{
		"elements": {
			func(t *Transcript) { t.Elements(xs...) }, func(t *Transcript) { stream(t, KindElements, func(i int) { t.push(xs[i]) }) },
			func(i int) { xs[i] = xs[i].Add(field.One) },
		},
		"extensions": {
			func(t *Transcript) { t.Extensions(es...) }, func(t *Transcript) { stream(t, KindExtensions, func(i int) { t.pushAll(es[i][:]) }) },
			func(i int) { es[i][5] = es[i][5].Add(field.One) },
		},
		"digests": {
			func(t *Transcript) { t.Digests(ds...) }, func(t *Transcript) { stream(t, KindDigests, func(i int) { t.pushAll(ds[i][:]) }) },
			func(i int) { ds[i][7] = ds[i][7].Add(field.One) },
		},
		"bytes": {
			func(t *Transcript) { t.Bytes(b) },
			func(t *Transcript) {
				stream(t, KindBytes, func(i int) {
					if i%bytesPerPacked == 0 {
						t.pushBytes(b[i:min(i+bytesPerPacked, n)])
					}
				})
			},
			func(i int) { b[i]++ },
		},
	} {
		want := digest(c.absorb)
		if want != digest(c.define) {
			t.Errorf("%s: the stream is not that of the definition", name)
		}
		for _, i := range []int{0, maxPiece - 1, maxPiece, n - 1} {
			c.change(i)
			d := digest(c.absorb)
			if d == want {
				t.Errorf("%s: unit %d does not count", name, i)
			}
			want = d
		}
	}
	exact := digest(func(t *Transcript) { t.Elements(xs[:maxPiece]...) })
	if exact != digest(func(t *Transcript) { t.push(header(KindElements, maxPiece)); t.pushAll(xs[:maxPiece]) }) {
		t.Error("an item of just one piece is not one piece")
	}
}

func TestEveryElementCounts(t *testing.T) {
	xs := elements(make([]uint64, 40)...)
	b := make([]byte, 40)
	run := func() [8]field.Element {
		return digest(func(t *Transcript) { t.Elements(xs...); t.Bytes(b) })
	}
	want := run()
	for i := range xs {
		xs[i] = field.One
		if run() == want {
			t.Errorf("element %d does not count", i)
		}
		xs[i] = 0
	}
	for i := range b {
		b[i] = 0x80
		if run() == want {
			t.Errorf("byte %d does not count", i)
		}
		b[i] = 0
	}
}

func TestAbsorbDropsChallengesNotTaken(t *testing.T) {
	a := New("test")
	first := a.Element()
	rest := a.Clone()
	a.Elements(elements(5)...)
	stale := map[field.Element]bool{first: true}
	for range sponge.Rate - 1 {
		stale[rest.Element()] = true
	}
	for range sponge.Rate {
		if stale[a.Element()] {
			t.Fatal("a challenge from before the absorbed element was handed out after it")
		}
	}
}

func TestPermutationCount(t *testing.T) {
	tr := New("abc") // two elements
	steps := []struct {
		name string
		do   func()
		want int
	}{
		{"protocol", func() {}, 0},
		{"13 elements fill the block", func() { tr.Elements(make([]field.Element, 13)...) }, 0},
		{"first challenge", func() { tr.Element() }, 1},
		{"15 more challenges", func() {
			for range 15 {
				tr.Element()
			}
		}, 1},
		{"17th challenge", func() { tr.Element() }, 2},
		{"17 elements of stream", func() { tr.Elements(make([]field.Element, 16)...) }, 3},
		{"extension challenge", func() { tr.Extension() }, 4},
		{"ten more elements", func() { _ = tr.Indices(make([]int, 10), 5) }, 4},
		{"and one", func() { _ = tr.Indices(make([]int, 1), 5) }, 5},
		{"nonce", func() { _ = tr.CheckWork(0, 0) }, 6},
	}
	for _, s := range steps {
		s.do()
		if tr.Permutations() != s.want {
			t.Errorf("%s: %d permutations, want %d", s.name, tr.Permutations(), s.want)
		}
	}
}

// TestMatchesDefinition follows the package comment by hand.
func TestMatchesDefinition(t *testing.T) {
	tr := New("duplex") // 6 bytes in two elements
	tr.Elements(elements(7, 8, 9)...)
	tr.Digests(sponge.Digest(elements(1, 2, 3, 4, 5, 6, 7, 8)))
	tr.Uint64(5<<48 | 3<<24 | 2)
	got := tr.Extension()
	tr.Bytes([]byte{1, 2, 3, 4})

	stream := elements(
		1<<24|6, 'd'|'u'<<8|'p'<<16, 'l'|'e'<<8|'x'<<16,
		3<<24|3, 7, 8, 9,
		4<<24|1, 1, 2, 3, 4, 5, 6, 7, 8,
		6<<24|1, 2, 3, 5)
	var s [24]field.Element
	s[16] = field.One
	copy(s[:], stream[:16])
	poseidon2.Permute24(&s)
	copy(s[:16], append(stream[16:], make([]field.Element, 12)...))
	s[17] = s[17].Add(field.One)
	poseidon2.Permute24(&s)
	for i := range got {
		if got[i] != s[i] {
			t.Fatalf("challenge %d differs from the definition", i)
		}
	}
	copy(s[:16], append(elements(5<<24|4, 1|2<<8|3<<16, 4), make([]field.Element, 13)...))
	s[17] = s[17].Add(field.One)
	poseidon2.Permute24(&s)
	if tr.Element() != s[0] {
		t.Fatal("the second challenge differs from the definition")
	}
}

func TestGolden(t *testing.T) {
	tr := New("ashlar golden")
	tr.Label("program")
	tr.Digests(sponge.Digest(elements(1, 2, 3, 4, 5, 6, 7, 8)))
	tr.Label("cycles")
	tr.Uint64(1 << 40)
	tr.Bytes([]byte("public output"))
	c := tr.Extension()
	if err := tr.CheckWork(field.New(17), 0); err != nil {
		t.Fatal(err)
	}
	var idx [4]int
	if err := tr.Indices(idx[:], 22); err != nil {
		t.Fatal(err)
	}
	wantC := [6]uint32{320709108, 1304497665, 372558788, 989099944, 178959399, 1904291696}
	wantIdx := [4]int{158886, 1922261, 1694723, 2890302}
	for i := range c {
		if c[i].Uint32() != wantC[i] {
			t.Errorf("coordinate %d: got %d, want %d", i, c[i].Uint32(), wantC[i])
		}
	}
	if idx != wantIdx {
		t.Errorf("indices: got %d, want %d", idx, wantIdx)
	}
}

func TestLogsCompare(t *testing.T) {
	run := func(last uint64) *Log {
		var l Log
		tr := New("test")
		tr.SetRecorder(&l)
		tr.Label("x")
		xs := elements(last)
		tr.Elements(xs...)
		xs[0] = 0 // the log keeps its own copy
		tr.Digests(sponge.Digest{})
		tr.Extensions(ext.E6{1})
		tr.Uint64(3)
		tr.Bytes([]byte{1})
		tr.Element()
		tr.Extension()
		_ = tr.Indices(make([]int, 3), 4)
		_ = tr.CheckWork(3, 0)
		return &l
	}
	a, b, c := run(1), run(1), run(2)
	if len(a.Events) != 10 {
		t.Fatalf("%d events, want 10", len(a.Events))
	}
	if err := a.Compare(b); err != nil {
		t.Errorf("equal runs: %v", err)
	}
	if err := a.Compare(c); err == nil {
		t.Error("another element passes as equal")
	}
	b.Events = b.Events[:9]
	if a.Compare(b) == nil || b.Compare(a) == nil {
		t.Error("a shorter run passes as equal")
	}
}

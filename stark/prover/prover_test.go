package prover

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/logup"
	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/stark/proof"
	"github.com/ashlar-labs/ashlar/stark/transcript"
	"github.com/ashlar-labs/ashlar/stark/verifier"
)

var layers = []string{params.LeafHalf, params.LeafQuarter, params.Recursion, params.Last}

// shapes have one or many heights, equal ones, and chips left out.
var shapes = []proof.Shape{
	{7, 0, 0, 0, 0, 0},
	{8, 9, 7, 7, 7, 10},
	{10, 11, 9, 8, 8, 7},
	{0, 10, 10, 0, 0, 0},
	{0, 0, 0, 11, 11, 0},
}

func verify(key *proof.Key, in *Input, out *proof.Proof, r transcript.Recorder) (ext.E6, error) {
	return verifier.VerifyRecorded(key, in.Context, in.Publics, in.Global, in.External, out, r)
}

// TestProveAndVerify proves every shape under every layer, encodes, decodes and verifies,
// and compares what both sides had in their transcripts.
func TestProveAndVerify(t *testing.T) {
	for _, layer := range layers {
		for _, shape := range shapes {
			t.Run(fmt.Sprint(layer, shape), func(t *testing.T) {
				y := newToy(t, layer, shape)
				p := y.setup(t)
				var logs [2]transcript.Log
				out := prove(t, p, y.input, Options{Workers: 2, Check: true, Recorder: &logs[0]})
				wire := y.layout.AppendProof(nil, out)
				decoded, err := y.layout.DecodeProof(wire)
				if err != nil {
					t.Fatal(err)
				}
				sum, err := verify(p.Key(), y.input, decoded, &logs[1])
				if err != nil {
					t.Fatal(err)
				}
				if err := logs[0].Compare(&logs[1]); err != nil {
					t.Error(err)
				}
				if want := y.globalSum(); sum != want {
					t.Errorf("global sum %v, want %v", sum, want)
				}
			})
		}
	}
}

// globalSum adds up the global lookups of the shared chip one by one.
func (y *toy) globalSum() (sum ext.E6) {
	for i := range y.layout.Tables {
		if !y.layout.Tables[i].Chip.Shared {
			continue
		}
		public, main, g := y.input.Publics[0], y.input.Main[i], y.input.Global
		for j := range main[0] {
			key, in, out := main[0][j], main[1][j], main[2][j]
			for _, f := range []struct {
				bus   uint32
				times field.Element
				tuple []field.Element
			}{
				{busCell.ID, field.One.Neg(), []field.Element{key, in, public}},
				{busCell.ID, field.One, []field.Element{key, out, public.Add(field.One)}},
				{busGone.ID, out, []field.Element{key}},
			} {
				d := logup.Fingerprint(f.bus, f.tuple, g.Alpha, g.Beta)
				sum = sum.Add(d.Inv().MulBase(f.times))
			}
		}
	}
	return sum
}

// TestDeterministic wants the same bytes from any number of workers, and pins from the
// first pass that are those of the proof.
func TestDeterministic(t *testing.T) {
	y := newToy(t, params.LeafHalf, proof.Shape{8, 11, 7, 9, 9, 10})
	p := y.setup(t)
	var first []byte
	for _, workers := range []int{1, 2, 3, 8} {
		out := prove(t, p, y.input, Options{Workers: workers})
		wire := y.layout.AppendProof(nil, out)
		if first == nil {
			first = wire
			// Equal with and without the build tag purego.
			t.Logf("proof of %d bytes, sha256 %x", len(wire), sha256.Sum256(wire))
		}
		if !bytes.Equal(wire, first) {
			t.Fatalf("%d workers give another proof", workers)
		}
		shared, err := p.CommitShared(context.Background(), y.input, Options{Workers: workers})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(shared.Cap, out.Shared.Cap) || !slices.Equal(shared.Pins, out.Shared.Pins) {
			t.Error("the first pass is not that of the proof")
		}
	}
}

func TestKey(t *testing.T) {
	y := newToy(t, params.LeafHalf, shapes[2])
	p := y.setup(t)
	again, err := New(context.Background(), p.Key(), y.fixed, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if again.Key() != p.Key() {
		t.Error("the key is another one")
	}
	y.fixed[0][0][5] = num(77)
	if _, err := New(context.Background(), p.Key(), y.fixed, Options{}); err == nil || !strings.Contains(err.Error(), "fixed columns are not") {
		t.Errorf("fixed columns of another key: %v", err)
	}
}

// tamperings change a valid input; reason is what the check has to say. Where verifier is
// set a proof comes about, and that is what the verifier has to say.
var tamperings = []struct {
	name, reason, verifier string
	change                 func(y *toy)
}{
	{"transition", `table fibonacci: constraint "x moves" (transition) is violated on row 4`, "", func(y *toy) { y.input.Main[0][0][5] = num(1) }},
	{"first row", `constraint "x starts at one" (first) is violated on row 0`, "", func(y *toy) { y.input.Main[0][0][0] = num(2) }},
	{"last row", `constraint "y ends at the public value" (last) is violated on row 255`, "", func(y *toy) { y.input.Publics[1] = num(5) }},
	{"identity at Gamma", `constraint "c = (x + yX)(y + count X)" (always) is violated on row 9`, "", func(y *toy) { y.input.Main[0][3][9] = num(1) }},
	{"lookup", `bus RANGE: tuple [128], first seen in step row 400, is put -1 times more than taken`, "lookups do not add up", func(y *toy) { y.input.Main[1][4][400] = num(128) }},
	{"multiplicity", "bus PAIR: tuple [3 9]", "lookups do not add up", func(y *toy) { y.input.Main[2][1][3] = y.input.Main[2][1][3].Add(field.One) }},
	{"time", "bus STATE", "permutations do not multiply", func(y *toy) { y.input.Main[1][1][3] = num(1000) }},
	{"external message", "bus STATE", "permutations do not multiply", func(y *toy) { y.input.External[1].Tuple[0] = num(1) }},
	{"permutation", "bus SWAP: tuple [", "permutations do not multiply", func(y *toy) { y.input.Main[3][6][2] = num(1) }},
	{"other table", "bus SWAP: tuple [", "permutations do not multiply", func(y *toy) { y.input.Main[4][1][2] = num(1) }},
}

func TestViolations(t *testing.T) {
	for _, c := range tamperings {
		t.Run(c.name, func(t *testing.T) {
			y := newToy(t, params.LeafHalf, shapes[1])
			p := y.setup(t)
			c.change(y)
			_, err := p.Prove(context.Background(), y.input, Options{Workers: 2, Check: true})
			if err == nil || !strings.Contains(err.Error(), c.reason) {
				t.Errorf("check: %v, want %s", err, c.reason)
			}
			out, err := p.Prove(context.Background(), y.input, Options{Workers: 2})
			if c.verifier == "" {
				if !errors.Is(err, ErrUnsatisfied) {
					t.Errorf("prove: %v", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if _, err := verify(p.Key(), y.input, out, nil); !errors.Is(err, proof.ErrInvalidProof) || !strings.Contains(err.Error(), c.verifier) {
				t.Errorf("verify: %v", err)
			}
		})
	}
}

// TestRefusals wants an error for an input that is not of the layout's form.
func TestRefusals(t *testing.T) {
	for reason, change := range map[string]func(y *toy){
		"public values":              func(y *toy) { y.input.Publics = y.input.Publics[:1] },
		"main columns of 5 tables":   func(y *toy) { y.input.Main = y.input.Main[:5] },
		"main columns, want 5":       func(y *toy) { y.input.Main[0] = y.input.Main[0][:4] },
		"has 9 rows":                 func(y *toy) { y.input.Main[1][3] = make([]field.Element, 9) },
		"not canonical":              func(y *toy) { y.input.Main[5][2][8] = field.Modulus },
		"table cells: 0 main column": func(y *toy) { y.input.Main[5] = nil },
	} {
		y := newToy(t, params.LeafHalf, shapes[1])
		p := y.setup(t)
		change(y)
		if _, err := p.Prove(context.Background(), y.input, Options{}); err == nil || !strings.Contains(err.Error(), reason) {
			t.Errorf("%v, want %s", err, reason)
		}
	}
	y := newToy(t, params.LeafHalf, shapes[1])
	for reason, fixed := range map[string]Columns{
		"fixed columns of 1 tables": y.fixed[:1],
		"fixed columns, want":       {{}, {}, {}, {}, {}, {}},
	} {
		if _, err := Setup(context.Background(), y.layout, fixed, Options{}); err == nil || !strings.Contains(err.Error(), reason) {
			t.Errorf("%v, want %s", err, reason)
		}
	}
	ctx, cancel := context.WithCancelCause(context.Background())
	gone := errors.New("gone")
	cancel(gone)
	p := y.setup(t)
	if _, err := p.Prove(ctx, y.input, Options{}); err == nil {
		t.Error("a context that ended is ignored")
	}
}

// TestObserver wants every stage to start and to end.
func TestObserver(t *testing.T) {
	y := newToy(t, params.LeafHalf, shapes[1])
	p := y.setup(t)
	open, ended := Stage(""), map[Stage]int{}
	prove(t, p, y.input, Options{Observer: func(e Event) {
		switch {
		case !e.Done && open != "", e.Done && open != e.Stage:
			t.Errorf("%+v while %q is open", e, open)
		case e.Done:
			open, ended[e.Stage] = "", ended[e.Stage]+1
		default:
			open = e.Stage
		}
	}})
	for _, s := range Stages {
		if ended[s] == 0 {
			t.Errorf("stage %s did not end", s)
		}
	}
}

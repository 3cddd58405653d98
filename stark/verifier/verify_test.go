package verifier

import (
	"testing"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/logup"
	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/stark/proof"
	"github.com/ashlar-labs/ashlar/stark/transcript"
)

var toys = map[string]func(t testing.TB, profile params.Profile, layer string) *statement{"plain": plain, "everything": everything}

var layers = []string{params.LeafHalf, params.LeafQuarter, params.Recursion, params.Last}

func (s *statement) instances() (out []check.Instance) {
	for i := range s.key.Tables {
		out = append(out, check.Instance{Chip: s.key.Tables[i].Chip, Main: s.main[i], Fixed: s.fixed[i], Publics: s.publics})
	}
	return out
}

func TestToysAreRight(t *testing.T) {
	for _, s := range []*statement{plain(t, insecure(), params.LeafHalf), everything(t, insecure(), params.LeafHalf)} {
		if err := check.All(s.instances(), s.external); err != nil {
			t.Error(err)
		}
	}
}

func TestProofsAreAccepted(t *testing.T) {
	for _, layer := range layers {
		for name, make := range toys {
			s := make(t, insecure(), layer)
			p, global, log := s.prove(t)
			seen := &transcript.Log{}
			sum, err := VerifyRecorded(s.key, s.context, s.publics, global, s.external, p, seen)
			if err != nil {
				t.Fatalf("%s, %s: %v", name, layer, err)
			}
			if want := s.globalSum(global); sum != want {
				t.Errorf("%s, %s: global sum %v, want %v", name, layer, sum, want)
			}
			if len(log.Events) == 0 || log.Compare(seen) != nil {
				t.Errorf("%s, %s: transcripts differ: %v", name, layer, log.Compare(seen))
			}
		}
	}
}

// globalSum adds the global fractions up, tuple by tuple.
func (s *statement) globalSum(g proof.Global) (sum ext.E6) {
	instances := s.instances()
	unbalanced, err := check.GlobalBalance(instances, nil)
	if err != nil {
		panic(err)
	}
	for _, u := range unbalanced {
		m := logup.Message{Bus: busWide, Direction: air.Put, Multiplicity: el(int(u.Net))}
		if u.Net < 0 {
			m.Multiplicity = el(int(-u.Net)).Neg()
		}
		for _, x := range u.Tuple {
			m.Tuple = append(m.Tuple, el(int(x)))
		}
		part, _, _, err := logup.Totals([]logup.Message{m}, g.Alpha, g.Beta)
		if err != nil {
			panic(err)
		}
		sum = sum.Add(part)
	}
	return sum
}

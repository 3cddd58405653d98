package params

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"testing"
)

// toleranceBits is how far a part may lie from the published value, which is rounded
// down to whole bits as ours are here. Zero: equal to the bit.
const toleranceBits = 0

type published struct {
	Source   string
	Circuits []publishedCircuit
}

type publishedCircuit struct {
	System, Circuit, Field string
	Rate                   float64
	TraceLength            float64 `json:"trace_length"`
	ConstraintDegree       int     `json:"constraint_degree"`
	Constraints, Batch     int
	Queries                int
	Folds                  []int
	GrindingQueries        int `json:"grinding_queries"`
	GrindingBatching       int `json:"grinding_batching"`
	GrindingFolds          int `json:"grinding_folds"`
	GrindingDeep           int `json:"grinding_deep"`
	Gap                    float64
	Lookups                []publishedLookup
	Bits                   map[string]map[string]int
}

type publishedLookup struct {
	Name               string
	Rows, Width, Count float64
	Grinding           int
}

var publishedFieldBits = map[string]float64{
	"KoalaBear^4":  4 * math.Log2(1<<31-1<<24+1),
	"BabyBear^4":   4 * math.Log2(1<<31-1<<27+1),
	"M31^4":        4 * math.Log2(1<<31-1),
	"Goldilocks^3": 3 * math.Log2(1<<64-1<<32+1),
}

// proximity is the regime as the publisher sets it: its gap to the Johnson radius depends on the field.
func (c publishedCircuit) proximity(regime string) Proximity {
	if regime == "UDR" {
		return NewProximity(UniqueDecoding, c.Rate, 3)
	}
	gap := c.Gap
	if gap == 0 {
		gap = math.Sqrt(c.Rate) / 100
		if publishedFieldBits[c.Field] <= 150 {
			gap = math.Max(gap, c.Rate/20)
		}
	}
	return ProximityWithGap(Johnson, c.Rate, gap)
}

// parts are our values under the publisher's names.
func (c publishedCircuit) parts(p Proximity) map[string]float64 {
	fieldBits := publishedFieldBits[c.Field]
	list := p.ListSize() // the publisher lists at the rate itself
	parts := map[string]float64{
		"batching":    p.BatchingBits(fieldBits, c.TraceLength, c.Batch) + float64(c.GrindingBatching),
		"query phase": p.QueryBits(c.Queries, c.GrindingQueries),
		"ALI":         ALIBits(fieldBits, list, c.Constraints),
		"DEEP":        p.DEEPBits(fieldBits, list, c.TraceLength, c.ConstraintDegree) + float64(c.GrindingDeep),
	}
	dimension := c.TraceLength
	for i, arity := range c.Folds {
		parts[fmt.Sprintf("commit round %d", i+1)] = p.FoldBits(fieldBits, dimension, arity) + float64(c.GrindingFolds)
		dimension /= float64(arity)
	}
	for _, l := range c.Lookups {
		parts[l.Name] = LogUpBits(fieldBits, 1, l.Rows*l.Count, l.Width) + float64(l.Grinding)
	}
	total := math.Inf(1)
	for _, bits := range parts {
		total = min(total, bits)
	}
	parts["total"] = total
	return parts
}

// Every part of every circuit that another calculator published comes out the same.
func TestPublishedResults(t *testing.T) {
	raw, err := os.ReadFile("testdata/published.json")
	if err != nil {
		t.Fatal(err)
	}
	var data published
	if err := json.Unmarshal(raw, &data); err != nil {
		t.Fatal(err)
	}
	if len(data.Circuits) < 6 {
		t.Fatalf("%d published circuits, want 6", len(data.Circuits))
	}
	compared, exact := 0, 0
	for _, c := range data.Circuits {
		for regime, want := range c.Bits {
			got := c.parts(c.proximity(regime))
			if len(got) != len(want) {
				t.Errorf("%s %s %s: %d parts, published %d", c.System, c.Circuit, regime, len(got), len(want))
			}
			for name, wantBits := range want {
				floor := int(math.Floor(got[name]))
				compared++
				if floor == wantBits {
					exact++
				} else {
					t.Logf("%s %s %s %s: %.3f bits, published %d", c.System, c.Circuit, regime, name, got[name], wantBits)
				}
				if floor < wantBits-toleranceBits || floor > wantBits+toleranceBits {
					t.Errorf("%s %s %s %s: %.3f bits, published %d", c.System, c.Circuit, regime, name, got[name], wantBits)
				}
			}
		}
	}
	t.Logf("%d parts compared, %d equal to the bit", compared, exact)
}

package fees

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/holiman/uint256"
)

func randomConfig(r *rand.Rand) Config {
	c := DefaultConfig()
	c.MinBaseFee = 1 + r.Uint64N(1<<uint(r.IntN(40)))
	c.Elastic = r.IntN(2) == 0
	c.MarginPercent = r.Uint64N(200)
	c.MaxStep = 1 + r.Uint64N(20)
	c.DAScheme = []rollup.DAScheme{rollup.DABlobs, rollup.DACalldata}[r.IntN(2)]
	c.MaxGasPerPubdata = 1 + r.Uint64N(1<<uint(r.IntN(30)))
	return c
}

func randomL1(r *rand.Rand) L1Prices {
	return L1Prices{BaseFee: *uint256.NewInt(1 + r.Uint64N(1<<uint(r.IntN(50)))), BlobBaseFee: *uint256.NewInt(1 + r.Uint64N(1<<uint(r.IntN(50))))}
}

func randomParent(r *rand.Rand, c *Config) Parent {
	p := Parent{GasLimit: 1 + r.Uint64N(100_000_000)}
	p.GasUsed = r.Uint64N(p.GasLimit + 1)
	p.BaseFee.SetUint64(c.MinBaseFee + r.Uint64N(1<<uint(r.IntN(50))))
	p.GasPerPubdata = r.Uint64N(c.MaxGasPerPubdata + 1)
	return p
}

func TestNextProperties(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for i := range 20_000 {
		c, l1 := randomConfig(r), L1Prices{}
		l1 = randomL1(r)
		parent := randomParent(r, &c)
		next := Next(&c, &parent, &l1)
		if next.GasPerPubdata == 0 {
			t.Fatalf("%d: gas per pubdata is zero although L1 is not free", i)
		}
		if next.GasPerPubdata > c.MaxGasPerPubdata {
			t.Fatalf("%d: gas per pubdata %d above the cap %d", i, next.GasPerPubdata, c.MaxGasPerPubdata)
		}
		if next.BaseFee.Lt(uint256.NewInt(c.MinBaseFee)) {
			t.Fatalf("%d: base fee %v below the minimum %d", i, &next.BaseFee, c.MinBaseFee)
		}
		checkStep(t, i, "base fee", parent.BaseFee.Uint64(), next.BaseFee.Uint64(), c.MaxStep, c.Elastic, c.ElasticStep)
		if parent.GasPerPubdata != 0 {
			checkStep(t, i, "gas per pubdata", parent.GasPerPubdata, next.GasPerPubdata, c.MaxStep, false, 1)
		}
	}
}

func checkStep(t *testing.T, i int, what string, from, to, parts uint64, elastic bool, elasticStep uint64) {
	t.Helper()
	most := max(from/parts, 1)
	if elastic {
		most = max(most, from/elasticStep)
	}
	if diff := max(from, to) - min(from, to); diff > most {
		t.Fatalf("%d: %s moved from %d to %d, at most %d allowed", i, what, from, to, most)
	}
}

// At the targets the fee of a byte covers its L1 cost at the margin, and repeated steps reach the targets.
func TestPricesCoverL1Cost(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for i := range 2_000 {
		c, l1 := randomConfig(r), randomL1(r)
		c.Elastic = false
		parent := randomParent(r, &c)
		target := Target(&c, &l1)
		for range 2_000 {
			next := Next(&c, &parent, &l1)
			if next == parent.Prices {
				break
			}
			parent.Prices = next
		}
		if parent.Prices != target {
			t.Fatalf("%d: prices settle at %+v, target %+v", i, parent.Prices, target)
		}
		income := new(uint256.Int).Mul(uint256.NewInt(target.GasPerPubdata), &target.BaseFee)
		if cost := PubdataCost(&c, &l1); income.Lt(cost) {
			t.Fatalf("%d: a byte earns %v wei and costs %v", i, income, cost)
		}
	}
}

func TestPubdataCost(t *testing.T) {
	l1 := L1Prices{BaseFee: *uint256.NewInt(1_000), BlobBaseFee: *uint256.NewInt(126_976)}
	for _, tc := range []struct {
		scheme rollup.DAScheme
		want   uint64
	}{{rollup.DABlobs, 163_840}, {rollup.DACalldata, 50_000}, {rollup.DAValidium, 0}} {
		c := DefaultConfig()
		c.DAScheme, c.MarginPercent = tc.scheme, 25
		if got := PubdataCost(&c, &l1); got.Uint64() != tc.want {
			t.Errorf("scheme %d: cost %v, want %d", tc.scheme, got, tc.want)
		}
	}
}

func TestNextWithoutSampleKeepsThePrice(t *testing.T) {
	c := DefaultConfig()
	parent := Parent{Prices: Prices{BaseFee: *uint256.NewInt(c.MinBaseFee), GasPerPubdata: 77}, GasLimit: 1}
	if next := Next(&c, &parent, nil); next != parent.Prices {
		t.Fatalf("prices %+v", next)
	}
}

func TestNextAtTheExtremes(t *testing.T) {
	huge := *new(uint256.Int).SetAllOne()
	c := DefaultConfig()
	parent := Parent{Prices: Prices{BaseFee: huge, GasPerPubdata: math.MaxUint64}, GasUsed: math.MaxUint64, GasLimit: math.MaxUint64}
	for _, elastic := range []bool{false, true} {
		c.Elastic = elastic
		next := Next(&c, &parent, &L1Prices{BaseFee: huge, BlobBaseFee: huge})
		if next.GasPerPubdata == 0 || next.GasPerPubdata > c.MaxGasPerPubdata || next.BaseFee.IsZero() {
			t.Fatalf("prices %+v", next)
		}
	}
	c.MaxGasPerPubdata = 0
	if next := Next(&c, &parent, &L1Prices{BlobBaseFee: huge}); next.GasPerPubdata != 0 {
		t.Fatalf("a chain without pubdata gas charges %d", next.GasPerPubdata)
	}
}

func TestElasticFollowsDemand(t *testing.T) {
	c := DefaultConfig()
	c.Elastic, c.DAScheme = true, rollup.DAValidium
	parent := Parent{Prices: Prices{BaseFee: *uint256.NewInt(10 * c.MinBaseFee)}, GasLimit: 100}
	parent.GasUsed = 100
	if next := Next(&c, &parent, nil); !next.BaseFee.Gt(&parent.BaseFee) {
		t.Errorf("a full block lowers the base fee to %v", &next.BaseFee)
	}
	parent.GasUsed = 50
	if next := Next(&c, &parent, nil); !next.BaseFee.Eq(&parent.BaseFee) {
		t.Errorf("a block at the target changes the base fee to %v", &next.BaseFee)
	}
	parent.GasUsed = 0
	if next := Next(&c, &parent, nil); !next.BaseFee.Lt(&parent.BaseFee) {
		t.Errorf("an empty block raises the base fee to %v", &next.BaseFee)
	}
}

func TestConfigCheckRejects(t *testing.T) {
	for _, tc := range []struct {
		want string
		edit func(*Config)
	}{
		{"minimum base fee", func(c *Config) { c.MinBaseFee = 0 }},
		{"elastic step", func(c *Config) { c.ElasticStep = 0 }},
		{"maximum step", func(c *Config) { c.MaxStep = 0 }},
		{"margin", func(c *Config) { c.MarginPercent = 10_001 }},
		{"data availability scheme", func(c *Config) { c.DAScheme = 2 }},
	} {
		c := DefaultConfig()
		tc.edit(&c)
		if _, err := NewOracle(c); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("want an error about %s, got %v", tc.want, err)
		}
	}
}

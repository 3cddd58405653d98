package machine

import (
	"bytes"
	"context"
	"flag"
	"os"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/merkle"
	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/stark/proof"
	"github.com/ashlar-labs/ashlar/stark/prover"
)

var update = flag.Bool("update", false, "write caps.bin")

// The embedded commitments are those to the fixed columns.
func TestCaps(t *testing.T) {
	var want []byte
	d := Machine()
	for _, profile := range []params.Profile{params.P100(), params.InsecureDev()} {
		k := NewKeys(profile)
		for _, kind := range []Kind{Segment, Boundary} {
			for shape := range d.count(kind) {
				layout, err := k.layout(kind, shape)
				if err != nil {
					t.Fatalf("%v shape %d: %v", kind, shape, err)
				}
				p, err := prover.Setup(context.Background(), layout, d.FixedColumns(kind, shape), prover.Options{Workers: 2})
				if err != nil {
					t.Fatal(err)
				}
				if profile.Name == params.P100Name {
					want = merkle.AppendCap(want, p.Key().FixedCap)
					continue
				}
				// The other profile's caps follow from these.
				full, err := decodeCap(want[:embeddedCapBytes])
				if err != nil {
					t.Fatal(err)
				}
				want = want[embeddedCapBytes:]
				if got := merkle.AppendCap(nil, shorten(full, layout.CapLen(proof.Fixed))); !bytes.Equal(got, merkle.AppendCap(nil, p.Key().FixedCap)) {
					t.Errorf("%v shape %d: the shortened cap is another", kind, shape)
				}
			}
		}
		if profile.Name != params.P100Name {
			continue
		}
		if *update {
			if err := os.WriteFile("caps.bin", want, 0o644); err != nil {
				t.Fatal(err)
			}
		} else if !bytes.Equal(caps, want) {
			t.Error("caps.bin is stale: go test ./zkvm/machine -run TestCaps -update")
		}
	}
}

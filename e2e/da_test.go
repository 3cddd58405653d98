package e2e

import (
	"strings"
	"testing"
)

// The tour checks every balance and the derived state itself; here it has to end well under every scheme and to say what it has seen.
func TestTour(t *testing.T) {
	for scheme, derived := range map[string]string{
		"blobs":    "from L1 alone, the node's is the same",
		"calldata": "from L1 alone, the node's is the same",
		"validium": "the state cannot be rebuilt from there",
	} {
		t.Run(scheme, func(t *testing.T) {
			t.Parallel()
			p := ashlar(t, "devnet", "--tour", "--da", scheme, "--l1-block-time", "0", "--batch-age", "1s", "--guest-image", must(guestFile())(t))
			if status := p.wait(); status != 0 {
				t.Errorf("exit status %d", status)
			}
			for _, words := range []string{"deposit 10 ETH", "deploy ERC-20", "finalise 100 TEST", "UNPROVEN"} {
				if !strings.Contains(p.out.String(), words) {
					t.Errorf("the table does not say %q", words)
				}
			}
			if said := p.out.String() + p.log.String(); !strings.Contains(said, derived) {
				t.Errorf("nothing says %q", derived)
			}
		})
	}
}

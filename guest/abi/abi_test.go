package abi

import "testing"

// TestRegions: regions are page aligned, do not overlap, and lie below the limit.
func TestRegions(t *testing.T) {
	next := uint64(0)
	for _, r := range []struct {
		name     string
		from, to uint64
	}{
		{"null", 0, NullEnd},
		{"image", NullEnd, ImageEnd},
		{"runtime", RuntimeBase, RuntimeEnd},
		{"heap", HeapBase, HeapEnd},
		{"input length", InputLenPage, InputBase},
		{"input", InputBase, InputEnd},
		{"stack", StackBase, StackTop},
	} {
		if r.from < next || r.to <= r.from || r.from%PageBytes != 0 || r.to%PageBytes != 0 || r.to > AddressLimit {
			t.Errorf("%s: %#x..%#x after %#x", r.name, r.from, r.to, next)
		}
		next = r.to
	}
	if InputLenAddr != InputBase-8 || InputLenAddr < InputLenPage {
		t.Errorf("length cell at %#x", uint64(InputLenAddr))
	}
}

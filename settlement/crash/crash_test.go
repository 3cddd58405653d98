package crash

import (
	"errors"
	"testing"

	"github.com/ashlar-labs/ashlar/settlement/durable"
)

// TestFuse counts what a dead process has written: Left effects, and the one at which it died when that happened.
func TestFuse(t *testing.T) {
	for _, happens := range []bool{false, true} {
		kv := &durable.Memory{}
		f := &Fuse{Left: 2, Happens: happens}
		for i := range 5 {
			err := f.KV(kv).Write(durable.Change{Key: []byte{byte(i)}, Value: []byte{1}})
			if dead := i >= 2; f.Blown() != dead || errors.Is(err, Err) != dead {
				t.Fatalf("write %d: blown %v, %v", i, f.Blown(), err)
			}
		}
		written := 0
		for i := range 5 {
			if _, ok, err := kv.Get([]byte{byte(i)}); err == nil && ok {
				written++
			}
		}
		if want := map[bool]int{false: 2, true: 3}[happens]; written != want {
			t.Errorf("happens %v: %d writes, want %d", happens, written, want)
		}
	}
}

package flat

import (
	"encoding/binary"
	"testing"

	"github.com/cockroachdb/pebble/v2"

	"github.com/ashlar-labs/ashlar/chain/state"
)

// BenchmarkCommit writes blocks that change 1,000 slots each, on disk, durably.
func BenchmarkCommit(b *testing.B) {
	const changes = 1000
	db, err := pebble.Open(b.TempDir(), &pebble.Options{Logger: quiet{}})
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	m, number := New(db), uint64(0)
	for b.Loop() {
		d := &state.Diff{Slots: make([]state.SlotChange, changes)}
		for i := range d.Slots {
			binary.BigEndian.PutUint32(d.Slots[i].Slot[28:], uint32(i))
			binary.BigEndian.PutUint64(d.Slots[i].Value[24:], number+1)
		}
		batched(b, db, func(batch *pebble.Batch) error { return m.Commit(number, d, batch) })
		number++
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/changes, "ns/change")
}

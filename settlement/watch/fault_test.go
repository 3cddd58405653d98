package watch

import (
	"testing"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/l1"
)

// A node that is behind what was read takes nothing back; one that does not have a block yet is asked again.
func TestLateNode(t *testing.T) {
	full := []block{{logs: []types.Log{operation(0, "a")}}, {}, {logs: []types.Log{operation(1, "b")}}, {logs: []types.Log{operation(2, "c")}}}
	c := &chain{blocks: full}
	w := newWatcher(t, c, &durable.Memory{}, nil)
	poll(t, w)
	before, err := w.Cursor()
	if err != nil {
		t.Fatal(err)
	}
	for _, head := range []int{3, 1, 0} {
		c.blocks = full[:head]
		poll(t, w)
		if got := queue(t, w, 0, 9); got != "0:a 1:b 2:c " {
			t.Errorf("with a head at %d: %s", head, got)
		}
		if now, err := w.Cursor(); now != before || err != nil {
			t.Errorf("with a head at %d the cursor went from %v to %v, %v", head, before, now, err)
		}
	}
	c.blocks = append(full[:4:4], block{logs: []types.Log{operation(3, "d")}}, block{})
	c.hidden = 2
	if err := w.Poll(t.Context()); l1.KindOf(err) != l1.Temporary {
		t.Fatalf("a node without the block: %v", err)
	}
	c.hidden = 0
	poll(t, w)
	if got := queue(t, w, 0, 9); got != "0:a 1:b 2:c 3:d " {
		t.Errorf("then: %s", got)
	}
}

// Logs of old blocks are asked for in ranges, in which a node can hide some: they are read again when the gap shows.
func TestHiddenLogsAreReadAgain(t *testing.T) {
	c := &chain{blocks: []block{{logs: []types.Log{operation(0, "a")}}, {logs: []types.Log{operation(1, "b")}}, {logs: []types.Log{operation(2, "c")}}}}
	for range 2 * closeBlocks {
		c.blocks = append(c.blocks, block{})
	}
	c.blocks[closeBlocks] = block{logs: []types.Log{operation(3, "d")}}
	c.blocks[2*closeBlocks] = block{logs: []types.Log{operation(4, "e")}}
	all := c.blocks[closeBlocks]
	w := newWatcher(t, c, &durable.Memory{}, nil)
	c.blocks[closeBlocks].logs = nil
	if err := w.Poll(t.Context()); l1.KindOf(err) != l1.Rewind {
		t.Fatalf("a gap: %v", err)
	}
	c.blocks[closeBlocks] = all
	poll(t, w)
	if got := queue(t, w, 0, 9); got != "0:a 1:b 2:c 3:d 4:e " {
		t.Errorf("queue %s", got)
	}
}

// An operation that the chain has included and L1 undid is lost until L1 has it again, also across a restart; later ones that were not included are forgotten.
func TestLostOperation(t *testing.T) {
	kept := block{logs: []types.Log{operation(0, "a")}}
	undone := []block{{logs: []types.Log{operation(1, "b")}}, {logs: []types.Log{operation(2, "c")}}, {logs: []types.Log{operation(3, "d")}}}
	c := &chain{blocks: append([]block{kept, {}}, undone...)}
	kv := &durable.Memory{}
	included := func(cfg *Config) { cfg.Included = func() uint64 { return 3 } }
	w := newWatcher(t, c, kv, included)
	poll(t, w)
	if _, lost, err := w.Lost(); lost || err != nil {
		t.Fatalf("lost %v, %v", lost, err)
	}
	c.blocks = []block{kept, {}, {salt: "other"}, {}, {}, {}}
	poll(t, w)
	w = newWatcher(t, c, kv, included)
	poll(t, w)
	if first, lost, err := w.Lost(); first != 1 || !lost || err != nil {
		t.Fatalf("lost %d, %v, %v", first, lost, err)
	}
	if got := queue(t, w, 0, 9); got != "0:a 1:b 2:c " {
		t.Errorf("queue %s", got)
	}
	c.blocks = append(c.blocks, undone[0])
	poll(t, w)
	if first, lost, err := w.Lost(); first != 2 || !lost || err != nil {
		t.Errorf("lost %d, %v, %v", first, lost, err)
	}
	c.blocks = append(c.blocks, undone[1:]...)
	poll(t, w)
	if _, lost, err := w.Lost(); lost || err != nil {
		t.Errorf("lost %v, %v", lost, err)
	}
	if got := queue(t, w, 0, 9); got != "0:a 1:b 2:c 3:d " {
		t.Errorf("queue %s", got)
	}
}

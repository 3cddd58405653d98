package escape

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/da"
)

// files are those of a folder.
func files(t *testing.T, dir string) []string {
	t.Helper()
	return must(filepath.Glob(filepath.Join(dir, "*.pubdata")))(t)
}

// TestValidium: who has kept the data of a validium leaves it like any other chain. Without them, with others and with files that were exchanged it ends with an error, and nothing is sent.
func TestValidium(t *testing.T) {
	w := newWorld(t, rollup.DAValidium)
	alice, bob := user(0), user(1)
	w.deposit(alice, oneEther)
	w.depositToken(alice, 600)
	w.operate(10, executed(1))
	dir, bobs := t.TempDir(), t.TempDir()
	here := must(da.OpenArchive(dir))(t)
	refused := func(what string, want error) {
		t.Helper()
		w.data = here
		_, err := w.rescuer(bob, nil, nil, nil).Settle(t.Context())
		check(t, what+": settlement", err, want)
		_, err = w.rescuer(bob, nil, nil, nil).Claim(t.Context(), receiver)
		check(t, what+": claim", err, want)
		if s := w.look(); s.Executed != 1 {
			t.Errorf("%s: %d batches are executed", what, s.Executed)
		}
	}
	w.data = w.kept
	r := w.rescuer(alice, nil, nil, nil)
	w.requests(r)
	w.later(expiration)
	if err := r.Activate(t.Context()); err != nil {
		t.Fatal(err)
	}

	// Only the operator had the data.
	refused("missing", da.ErrNotPublished)
	w.data = w.node.Blobs() // a source without pubdata
	_, err := w.rescuer(bob, nil, nil, nil).Settle(t.Context())
	check(t, "no source", err, da.ErrNotPublished)
	operators := files(t, filepath.Dir(w.kept.PubdataFile(common.Hash{1})))
	if len(operators) != 1 {
		t.Fatal(operators)
	}
	pubdata := must(os.ReadFile(operators[0]))(t)
	one := filepath.Join(dir, filepath.Base(operators[0]))
	for name, forged := range map[string][]byte{"forged": append([]byte{pubdata[0] ^ 1}, pubdata[1:]...), "cut": pubdata[:len(pubdata)-1], "longer": append(bytes.Clone(pubdata), 0), "empty": {}} {
		if err := os.WriteFile(one, forged, 0o644); err != nil {
			t.Fatal(err)
		}
		refused(name, da.ErrMismatch)
	}

	// Bob has the right file, and what he settles is on L1: others need nothing of him.
	if err := os.WriteFile(one, pubdata, 0o644); err != nil {
		t.Fatal(err)
	}
	w.data = here
	settler := w.rescuer(bob, nil, nil, func(c *Config) { c.Archive = must(da.OpenArchive(bobs))(t) })
	if settled := must(settler.Settle(t.Context()))(t); len(settled) != 1 || settled[0] != (Settled{Batch: 2, Operations: 2}) {
		t.Fatalf("%+v", settled)
	}
	if made := files(t, bobs); len(made) != 1 || filepath.Base(made[0]) != filepath.Base(one) { // the operator's, which he has read
		t.Fatal(made)
	}
	w.claims(w.rescuer(alice, nil, nil, nil))
	w.conserved()
}

// validiumNode answers like a node of a validium with these batches.
type validiumNode struct {
	da      string
	batches [][]byte
	part    int                                                       // bytes in one answer
	change  func(method string, answer map[string]any) map[string]any // may be nil
	asked   map[string]int
}

func (n *validiumNode) CallContext(_ context.Context, result any, method string, args ...any) error {
	n.asked[method]++
	answer := map[string]any{}
	number := 0
	if len(args) > 0 {
		number = int(args[0].(hexutil.Uint64))
	}
	switch method {
	case "ashlar_status":
		answer["da"], answer["stages"] = n.da, map[string]any{"committed": map[string]any{"batch": hexutil.Uint64(len(n.batches))}}
	case "ashlar_batch":
		answer["da"], answer["daCommitment"] = n.da, rollup.PubdataHash(n.batches[number-1])
	case "ashlar_batchPubdata":
		all, offset := n.batches[number-1], int(args[1].(hexutil.Uint64))
		answer["bytes"], answer["data"] = hexutil.Uint64(len(all)), hexutil.Bytes(all[offset:min(offset+n.part, len(all))])
	default:
		return fmt.Errorf("no method %s", method)
	}
	if n.change != nil {
		answer = n.change(method, answer)
	}
	raw, err := json.Marshal(answer)
	if err != nil {
		return err
	}
	return json.Unmarshal(raw, result)
}

// TestSavePubdata: everything is kept, in parts when it is long, and once.
func TestSavePubdata(t *testing.T) {
	dir := t.TempDir()
	archive := must(da.OpenArchive(dir))(t)
	n := &validiumNode{da: "validium", batches: [][]byte{[]byte("one"), bytes.Repeat([]byte("two"), 1000), []byte("three")}, part: 1000, asked: map[string]int{}}
	if s := must(SavePubdata(t.Context(), n, archive, nil))(t); s != (Saved{Batches: 3, New: 3, Bytes: 3008}) {
		t.Errorf("%+v", s)
	}
	for _, pubdata := range n.batches {
		if got, err := archive.Pubdata(t.Context(), rollup.PubdataHash(pubdata)); err != nil || !bytes.Equal(got, pubdata) {
			t.Errorf("%d bytes of %d, %v", len(got), len(pubdata), err)
		}
	}
	before := n.asked["ashlar_batchPubdata"]
	n.batches = append(n.batches, []byte("four"))
	var last uint64
	if s := must(SavePubdata(t.Context(), n, archive, func(batch, total uint64) { last = batch*100 + total }))(t); s != (Saved{Batches: 4, New: 1, Bytes: 4}) || n.asked["ashlar_batchPubdata"] != before+1 || last != 404 {
		t.Errorf("again: %+v, progress %d, asked %v", s, last, n.asked)
	}
	// A file that was damaged is fetched anew.
	if err := os.WriteFile(archive.PubdataFile(rollup.PubdataHash([]byte("one"))), []byte("on"), 0o644); err != nil {
		t.Fatal(err)
	}
	if s := must(SavePubdata(t.Context(), n, archive, nil))(t); s != (Saved{Batches: 4, New: 1, Bytes: 3}) {
		t.Errorf("damaged: %+v", s)
	}
}

// TestSavePubdataRefuses: a node that lies, and a chain that needs none of this.
func TestSavePubdataRefuses(t *testing.T) {
	only := func(method, key string, value any) func(string, map[string]any) map[string]any {
		return func(m string, answer map[string]any) map[string]any {
			if m == method {
				answer[key] = value
			}
			return answer
		}
	}
	none := func(method string) func(string, map[string]any) map[string]any {
		return func(m string, answer map[string]any) map[string]any {
			if m == method {
				return nil
			}
			return answer
		}
	}
	for name, c := range map[string]struct {
		change func(string, map[string]any) map[string]any
		want   error
		words  string
	}{
		"other content":     {only("ashlar_batchPubdata", "data", hexutil.Bytes("two")), da.ErrMismatch, "batch 1"},
		"other commitment":  {only("ashlar_batch", "daCommitment", common.Hash{1}), da.ErrMismatch, "batch 1"},
		"nothing comes":     {only("ashlar_batchPubdata", "data", hexutil.Bytes{}), nil, "does not give"},
		"more than ever":    {only("ashlar_batchPubdata", "bytes", hexutil.Uint64(rollup.MaxPlainPubdata+1)), nil, "does not give"},
		"more than it says": {only("ashlar_batchPubdata", "bytes", hexutil.Uint64(1)), nil, ""},
		"no pubdata":        {none("ashlar_batchPubdata"), nil, "does not give"},
		"no batch":          {none("ashlar_batch"), nil, "does not have"},
		"a rollup's batch":  {only("ashlar_batch", "da", "blobs"), nil, "does not have"},
		"a rollup":          {only("ashlar_status", "da", "blobs"), ErrOnL1, "blobs"},
	} {
		dir := t.TempDir()
		n := &validiumNode{da: "validium", batches: [][]byte{[]byte("one")}, part: 1000, change: c.change, asked: map[string]int{}}
		_, err := SavePubdata(t.Context(), n, must(da.OpenArchive(dir))(t), nil)
		if name == "more than it says" { // what counts is the content
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		if err == nil || (c.want != nil && !errors.Is(err, c.want)) || !strings.Contains(err.Error(), c.words) {
			t.Errorf("%s: %v, want %v, %q", name, err, c.want, c.words)
		}
		if list := files(t, dir); len(list) != 0 {
			t.Errorf("%s: %v is kept", name, list)
		}
	}
	n := &validiumNode{da: "validium", asked: map[string]int{}}
	if s, err := SavePubdata(t.Context(), n, must(da.OpenArchive(""))(t), nil); err != nil || s != (Saved{}) {
		t.Errorf("a chain without batches: %+v, %v", s, err)
	}
}

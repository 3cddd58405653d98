package e2e

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/chain/store"
	l1node "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/devnet/l1/fault"
	"github.com/ashlar-labs/ashlar/node"
)

// Blob transactions are special: their data are with who sent them alone, pools take one kind of transaction from an account, and a replacement has to offer twice as much.

func TestL1OutageBlobs(t *testing.T) { outage(t, "blobs", fault.Down) }

func TestFaultsAtRandomBlobs(t *testing.T) { faultsAtRandom(t, "blobs", 8, 21) }

func TestKillAnywhereBlobs(t *testing.T) {
	t.Parallel()
	startChain(t).killAnywhere(3, (*chain).start)
}

// L1 undoes the block with a batch's blobs: nobody has them but the node, which sends the same bytes again.
func TestReorganisationOfBlobs(t *testing.T) {
	t.Parallel()
	c := startChain(t)
	c.reverts = true // a proof may come before the commitment that was undone, and fail
	for _, depth := range []uint64{1, deepest} {
		c.l1.hold()
		c.work()
		c.process.mark()
		c.mined(l1node.Committer)
		c.process.says(`"L1 transaction mined" sender=` + strings.ToLower(l1node.Operators()[l1node.Committer].Address.Hex()))
		c.sent(l1node.Prover) // what the pool loses without a sign is sent again after a time only, which is not what this test waits for
		for range depth - 1 {
			c.l1.seal()
		}
		c.l1.reorganise(depth, func(*types.Transaction) bool { return true }) // but not the blobs
		c.l1.release()
		c.settle()
	}
	c.invariants()
}

// noSends loses the node's transactions.
func noSends(c *fault.Call) (fault.Answer, error) {
	if c.Method == "eth_sendRawTransaction" {
		return fault.Answer{}, fault.ErrCut
	}
	return c.Truth()
}

// The process is killed after the blobs of a batch are in the archive and before they are sent. The transaction that it signed is sent with these blobs, also when those beside the intent are gone; without any, the batch
// waits until somebody brings the archive back.
func TestKillBetweenArchiveAndSend(t *testing.T) {
	t.Parallel()
	c, proxy := behindProxy(t, 0, "--da", "blobs")
	c.start()
	c.settle()
	archive := filepath.Join(c.dataDir(), "blobs")
	for _, lose := range []func(){
		func() {},
		func() { c.loseSidecars() },
		func() { c.loseSidecars(); must(0, os.Rename(archive, archive+".away"))(t) },
	} {
		proxy.Set(noSends)
		c.work()
		c.process.mark()
		c.process.says("L1 transactions wait")
		c.noteBatches()
		c.process.kill()
		lose()
		proxy.Set(nil)
		c.start()
		c.checkKept()
		if _, err := os.Stat(archive + ".away"); err == nil {
			c.process.says("blob is not in the archive")
			for _, file := range must(os.ReadDir(archive + ".away"))(t) {
				must(0, os.Rename(filepath.Join(archive+".away", file.Name()), filepath.Join(archive, file.Name())))(t)
			}
		}
		c.settle()
	}
	c.invariants()
}

// loseSidecars removes the blobs that lie beside the intents of the stopped node.
func (c *chain) loseSidecars() {
	c.t.Helper()
	identity := must(node.ReadChain(c.dataDir()))(c.t)
	s := must(store.Open(store.Config{Dir: filepath.Join(c.dataDir(), "chain"), Process: "a test"}, must(identity.Genesis.Genesis())(c.t)))(c.t)
	view, lost := s.KV("settlement"), 0
	batch := view.Batch()
	for e, err := range view.Range(nil, nil) {
		if err != nil {
			c.t.Fatal(err)
		}
		if bytes.Contains(e.Key, []byte("/sidecar/")) {
			batch.Delete(e.Key)
			lost++
		}
	}
	if err := batch.Commit(); err != nil || lost == 0 {
		c.t.Fatalf("%d sidecars are lost, %v", lost, err)
	}
	if err := s.Close(); err != nil {
		c.t.Fatal(err)
	}
}

// The market for blobs is full for a while: the node offers more, within limits, and settles when it falls.
func TestFullBlobMarket(t *testing.T) {
	t.Parallel()
	c, proxy := behindProxy(t, 0, "--da", "blobs")
	c.start()
	c.settle()
	proxy.Set(fault.Dear(30))
	c.work()
	c.settle()
	proxy.Set(nil)
	c.work()
	c.settle()
	c.invariants()
}

package sequencer

import (
	"runtime"
	"sync"
	"testing"
	"time"

	"github.com/ashlar-labs/ashlar/chain/fees"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/chain/txpool"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ethereum/go-ethereum/common"
)

const benchAccounts = 1000

// benchNode is a node on a real disk.
func benchNode(b *testing.B) *node {
	genesis := testGenesis(benchAccounts)
	s, err := store.Open(store.Config{Dir: b.TempDir()}, genesis)
	if err != nil {
		b.Fatal(err)
	}
	pool, err := txpool.New(txpool.DefaultConfig(), &genesis.Config, s, logger)
	if err != nil {
		b.Fatal(err)
	}
	oracle, err := fees.NewOracle(fees.DefaultConfig())
	if err != nil {
		b.Fatal(err)
	}
	config := DefaultConfig(&genesis.Config, rollup.DABlobs)
	config.Coinbase = operator
	seq, err := New(config, Parts{Chain: s, Pool: pool, Pricer: oracle, Now: time.Now, Random: func() common.Hash { return common.Hash{} }, Logger: logger})
	if err != nil {
		b.Fatal(err)
	}
	n := &node{Sequencer: seq, store: s, pool: pool}
	b.Cleanup(func() { n.close(b) })
	return n
}

// signRound makes the transfers of one round of all accounts from several goroutines.
func signRound(b *testing.B, nonce uint64) [][]byte {
	raws := make([][]byte, benchAccounts)
	var wg sync.WaitGroup
	for w := range runtime.NumCPU() {
		wg.Go(func() {
			for i := w; i < benchAccounts; i += runtime.NumCPU() {
				raws[i] = signed(b, i, nonce, nil)
			}
		})
	}
	wg.Wait()
	return raws
}

// addAll gives the transactions to the pool from several goroutines, as RPC does.
func (n *node) addAll(b *testing.B, raws [][]byte) {
	var wg sync.WaitGroup
	for w := range 8 {
		wg.Go(func() {
			for i := w; i < len(raws); i += 8 {
				if _, err := n.pool.Add(raws[i]); err != nil {
					b.Error(err)
				}
			}
		})
	}
	wg.Wait()
}

// BenchmarkTransfers: ETH transfers from a thousand accounts, admitted by the pool, put into blocks of a thousand, durable on disk. An operation is a
// block; signing is not counted.
func BenchmarkTransfers(b *testing.B) {
	n := benchNode(b)
	var admit, build time.Duration
	for nonce := uint64(0); b.Loop(); nonce++ {
		b.StopTimer()
		raws := signRound(b, nonce)
		b.StartTimer()
		began := time.Now()
		n.addAll(b, raws)
		admitted := time.Now()
		for done := 0; done < benchAccounts; {
			res, err := n.Step()
			if err != nil || res == nil {
				b.Fatalf("block after %d transactions: %v", done, err)
			}
			done += len(res.Block.Txs)
		}
		admit, build = admit+admitted.Sub(began), build+time.Since(admitted)
	}
	txs := float64(b.N * benchAccounts)
	b.ReportMetric(txs/b.Elapsed().Seconds(), "tx/s")
	b.ReportMetric(float64(admit.Microseconds())/txs, "admit-µs/tx")
	b.ReportMetric(float64(build.Microseconds())/txs, "build-µs/tx")
}

// BenchmarkBlockOfOneTransfer: from a transaction in the pool to a durable block that holds it.
func BenchmarkBlockOfOneTransfer(b *testing.B) {
	n := benchNode(b)
	for nonce := uint64(0); b.Loop(); nonce++ {
		b.StopTimer()
		n.send(b, 0, nonce, nil)
		b.StartTimer()
		if res, err := n.Step(); err != nil || res == nil {
			b.Fatalf("no block: %v", err)
		}
	}
}

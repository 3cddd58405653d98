package snapshot

import (
	"bytes"
	"encoding/binary"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
)

var benchAccounts = flag.Int("accounts", 1_000_000, "accounts of the state in BenchmarkAccept")

// BenchmarkAccept checks a store of -accounts accounts, one slot to every fourth of them, with the peak of the process's memory meanwhile.
func BenchmarkAccept(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "chain")
	genesis := &store.Genesis{
		Config:    rollup.ChainConfig{ChainID: 271, Fork: rollup.ForkOsaka, BlockGasLimit: 100_000_000, MaxGasPerPubdata: 50_000},
		Timestamp: 1000, BaseFee: 100, GasPerPubdata: 7, Alloc: types.GenesisAlloc{},
	}
	entries := makeState(b, dir, genesis, *benchAccounts)
	for b.Loop() {
		b.StopTimer()
		s, err := store.Open(store.Config{Dir: dir}, genesis)
		if err != nil {
			b.Fatal(err)
		}
		debug.FreeOSMemory()
		resetPeak(b)
		before := peak(b)
		began := time.Now()
		b.StartTimer()
		if _, err := Accept(b.Context(), s, slog.New(slog.DiscardHandler)); err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		b.ReportMetric(float64(entries)/time.Since(began).Seconds(), "entries/s")
		b.ReportMetric(float64(peak(b))/1e6, "peak-MB")
		b.ReportMetric(float64(before)/1e6, "before-MB")
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
}

// makeState makes a store of a state that batches of 50,000 accounts have made, as from L1, and returns the number of accounts and slots.
func makeState(b *testing.B, dir string, genesis *store.Genesis, accounts int) (entries int) {
	b.Helper()
	const atOnce = 50_000
	r, err := store.StartRebuild(store.Config{Dir: dir}, genesis)
	if err != nil {
		b.Fatal(err)
	}
	_, chain, _, err := r.At()
	if err != nil {
		b.Fatal(err)
	}
	number := uint64(0)
	for made := 0; made < accounts; made += atOnce {
		diff := &rollup.StateDiff{}
		for i := made; i < min(made+atOnce, accounts); i++ {
			address := common.Address(crypto.Keccak256(binary.BigEndian.AppendUint64(nil, uint64(i)))[:20])
			d := rollup.AccountDiff{Address: address, Before: rollup.EmptyAccount(), After: rollup.EmptyAccount()}
			d.After.Nonce, d.After.Balance = 1, *uint256.NewInt(uint64(i) + 1)
			if entries++; i%4 == 0 {
				d.Slots = []rollup.SlotDiff{{Slot: common.Hash{31: 1}, After: common.Hash{31: 7}}}
				entries++
			}
			diff.Accounts = append(diff.Accounts, d)
		}
		slices.SortFunc(diff.Accounts, func(a, b rollup.AccountDiff) int { return bytes.Compare(a.Address[:], b.Address[:]) })
		number++
		before := chain.Commitment()
		root, err := r.Apply(number, diff)
		if err != nil {
			b.Fatal(err)
		}
		chain.Push(number, genesis.Timestamp+number, common.Hash{byte(number), 1})
		chain.TreeRoot = root
		sealed := &store.SealedBatch{Pubdata: []byte{1}, Reason: "made"}
		sealed.Batch = rollup.Batch{Number: number, FirstBlock: number, LastBlock: number, StateBefore: before, StateAfter: chain.Commitment(), TreeRoot: root, ConfigHash: genesis.Config.Hash()}
		sealed.Output.LastBlockTimestamp = chain.LastTimestamp
		if err := r.Keep(sealed, &chain); err != nil {
			b.Fatal(err)
		}
	}
	if err := errors.Join(r.Finish(store.L1Progress{Committed: number}), r.Close()); err != nil {
		b.Fatal(err)
	}
	return entries
}

// resetPeak makes the kernel measure the peak from now on.
func resetPeak(b *testing.B) {
	if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0o200); err != nil {
		b.Skip("the kernel does not measure peaks of memory anew: ", err)
	}
}

// peak is the largest memory that the process has had, in bytes.
func peak(b *testing.B) (n uint64) {
	b.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		b.Fatal(err)
	}
	_, line, _ := bytes.Cut(status, []byte("VmHWM:"))
	if _, err := fmt.Sscan(string(line), &n); err != nil {
		b.Fatal(err)
	}
	return n << 10
}

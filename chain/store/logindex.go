package store

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"iter"
	"math"
	"slices"

	"github.com/cockroachdb/pebble/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/chain/stf"
)

// The log index has a key without a value for every block and every address or topic that its logs have: tabLogs ‖ digest ‖ block. A query over all blocks reads the
// postings of what it asks for and no block. The digest is 64 bits, so a posting can be there for another value: who looks at the logs finds out.

// digest of an address (place 0) or of the topic at a position (place 1 to 4).
type digest [8]byte

func digestOf(place byte, value []byte) (d digest) {
	h := fnv.New64a()
	_, _ = h.Write([]byte{place}) // a hash takes everything
	_, _ = h.Write(value)
	binary.BigEndian.PutUint64(d[:], h.Sum64())
	return d
}

// digestsOf are those of the logs of a block, each once.
func digestsOf(receipts []*stf.Receipt) []digest {
	seen := make(map[digest]struct{})
	for _, r := range receipts {
		for _, l := range r.Logs {
			seen[digestOf(0, l.Address[:])] = struct{}{}
			for i := range l.Topics {
				seen[digestOf(byte(i+1), l.Topics[i][:])] = struct{}{}
			}
		}
	}
	out := make([]digest, 0, len(seen))
	for d := range seen {
		out = append(out, d)
	}
	slices.SortFunc(out, func(a, b digest) int { return slices.Compare(a[:], b[:]) })
	return out
}

func postingKey(d digest, block uint64) []byte {
	key := make([]byte, 0, len(tabLogs)+len(d)+8)
	key = append(append(key, tabLogs...), d[:]...)
	return binary.BigEndian.AppendUint64(key, block)
}

func putPostings(batch *pebble.Batch, block uint64, receipts []*stf.Receipt) error {
	for _, d := range digestsOf(receipts) {
		if err := batch.Set(postingKey(d, block), nil, nil); err != nil {
			return err
		}
	}
	return nil
}

// postings are the blocks of one digest.
type postings struct {
	digest digest
	next   uint64 // the first block at or above what was asked last; meaningful once asked
	asked  bool
}

const noBlock = math.MaxUint64

// seek is the first block at or above n, noBlock when there is none.
func (p *postings) seek(it *pebble.Iterator, n uint64) (uint64, error) {
	if p.asked && p.next >= n {
		return p.next, nil
	}
	key := postingKey(p.digest, n)
	p.asked, p.next = true, noBlock
	if it.SeekGE(key) && slices.Equal(it.Key()[:len(key)-8], key[:len(key)-8]) {
		p.next = keyNumber(it.Key())
	}
	return p.next, it.Error()
}

// anyOf is the blocks that have one of several values.
type anyOf []postings

func (a anyOf) seek(it *pebble.Iterator, n uint64) (uint64, error) {
	least := uint64(noBlock)
	for i := range a {
		m, err := a[i].seek(it, n)
		if err != nil {
			return 0, err
		}
		least = min(least, m)
	}
	return least, nil
}

// BlocksWithLogs iterates over the blocks of [from, to] that have logs of one of the addresses and with one of the topics at each position, not necessarily in one log; now and then also over one that has not.
// An empty list stands for everything. It reads the index alone, so blocks without such logs cost nothing.
func (s *Store) BlocksWithLogs(from, to uint64, addresses []common.Address, topics [][]common.Hash) iter.Seq2[uint64, error] {
	var all []anyOf
	add := func(place byte, n int, value func(int) []byte) {
		list := make(anyOf, n)
		for i := range list {
			list[i].digest = digestOf(place, value(i))
		}
		if n > 0 {
			all = append(all, list)
		}
	}
	add(0, len(addresses), func(i int) []byte { return addresses[i][:] })
	for position, list := range topics {
		add(byte(position+1), len(list), func(i int) []byte { return list[i][:] })
	}
	if len(all) == 0 {
		return s.LogBlocks(from, to, func(types.Bloom) bool { return true })
	}
	return func(yield func(uint64, error) bool) {
		it, err := s.db.NewIter(&pebble.IterOptions{LowerBound: []byte(tabLogs), UpperBound: prefixEnd([]byte(tabLogs))})
		if err != nil {
			yield(0, err)
			return
		}
		defer it.Close()
		for n := from; n <= to; n++ {
			if n, err = firstCommon(it, all, n, to); err != nil {
				yield(0, fmt.Errorf("log index: %w", err))
				return
			}
			if n > to || !yield(n, nil) || n == noBlock {
				return
			}
		}
	}
}

// firstCommon is the first block at or above n that all have; one above to when there is none up to there.
func firstCommon(it *pebble.Iterator, all []anyOf, n, to uint64) (uint64, error) {
	for agreed := 0; agreed < len(all) && n <= to; {
		agreed = 0
		for _, list := range all {
			m, err := list.seek(it, n)
			if err != nil {
				return 0, err
			}
			if m > to {
				return m, nil
			}
			if m == n {
				agreed++
			}
			n = m
		}
	}
	return n, nil
}

// indexOldLogs makes the index for blocks that were written by schema 1, which has none. It may be interrupted and repeated.
func (s *Store) indexOldLogs(head uint64) error {
	const blocksInBatch = 100
	batch := s.db.NewBatch()
	defer func() { _ = batch.Close() }() // holds nothing but memory
	commit := func(number uint64) error {
		s.log.Info("logs of old blocks are indexed", "block", number, "of", head)
		err := batch.Commit(pebble.Sync)
		_ = batch.Close()
		batch = s.db.NewBatch()
		return err
	}
	n := 0
	for number, err := range s.LogBlocks(0, head, func(types.Bloom) bool { return true }) {
		if err != nil {
			return err
		}
		receipts, err := s.Receipts(number)
		if err == nil {
			err = putPostings(batch, number, receipts)
		}
		if n++; err == nil && n%blocksInBatch == 0 {
			err = commit(number)
		}
		if err != nil {
			return fmt.Errorf("index the logs of block %d: %w", number, err)
		}
	}
	return commit(head)
}

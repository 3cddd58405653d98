package rpc

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/common/lru"
)

// batchPlace is where a block stands in its batch.
type batchPlace struct {
	number    uint64 // of the batch
	timestamp uint64 // seconds; of the batch's last block
	firstTx   int    // number in the batch of the block's first transaction
	firstLog  int    // leaf in the batch's log tree of the block's first L2→L1 log
}

// numbers are l1BatchNumber and l1BatchTxIndex of transaction index of the block; null until the batch is sealed.
func (p *batchPlace) numbers(index int) (batch, tx *hexutil.Uint64) {
	if p == nil {
		return nil, nil
	}
	b, t := hexutil.Uint64(p.number), hexutil.Uint64(p.firstTx+index)
	return &b, &t
}

// batchLayout is where every block of a sealed batch stands. It does not change while the server runs (a chain is rolled back only between two runs), hence can be kept.
type batchLayout struct {
	firstBlock uint64
	places     []batchPlace
}

const layoutsKept = 128

// layouts remembers batchLayouts by batch number.
type layouts = lru.Cache[uint64, *batchLayout]

func (a *api) placeOfBlock(block uint64) (*batchPlace, error) {
	number, ok, err := a.back.Batches.BatchOfBlock(block)
	if err != nil || !ok {
		return nil, err
	}
	if block > 0 && block < a.back.Chain.Oldest() {
		return nil, ErrPruned
	}
	layout, err := a.layout(number)
	if err != nil {
		return nil, err
	}
	if block < layout.firstBlock || block-layout.firstBlock >= uint64(len(layout.places)) {
		return nil, fmt.Errorf("block %d is not in batch %d", block, number)
	}
	return &layout.places[block-layout.firstBlock], nil
}

func (a *api) layout(batch uint64) (*batchLayout, error) {
	if layout, ok := a.layouts.Get(batch); ok {
		return layout, nil
	}
	layout, err := a.readLayout(batch)
	if err != nil {
		return nil, fmt.Errorf("layout of batch %d: %w", batch, err)
	}
	a.layouts.Add(batch, layout)
	return layout, nil
}

// lastBlockOf asks the layout because batches are large and tags are asked for all the time.
func (a *api) lastBlockOf(batch uint64) (uint64, error) {
	if batch == 0 {
		return 0, nil
	}
	if a.back.Chain.Oldest() > 0 { // the batch may have blocks that are not here
		b, err := a.back.Batches.Batch(batch)
		if err != nil || b == nil {
			return 0, orNotFound(err)
		}
		return b.LastBlock, nil
	}
	layout, err := a.layout(batch)
	if err != nil {
		return 0, err
	}
	return layout.firstBlock + uint64(len(layout.places)) - 1, nil
}

func (a *api) readLayout(number uint64) (*batchLayout, error) {
	if number == 0 {
		genesis, err := a.back.Chain.Header(0)
		if err != nil || genesis == nil {
			return nil, fmt.Errorf("genesis block: %w", orNotFound(err))
		}
		return &batchLayout{places: []batchPlace{{timestamp: genesis.Time}}}, nil
	}
	b, err := a.back.Batches.Batch(number)
	if err != nil || b == nil {
		return nil, orNotFound(err)
	}
	layout := &batchLayout{firstBlock: b.FirstBlock}
	tx, log := 0, 0
	for n := b.FirstBlock; n <= b.LastBlock; n++ {
		receipts, err := a.back.Chain.Receipts(n)
		if err != nil {
			return nil, fmt.Errorf("receipts of block %d: %w", n, err)
		}
		layout.places = append(layout.places, batchPlace{number: number, timestamp: b.Output.LastBlockTimestamp, firstTx: tx, firstLog: log})
		tx += len(receipts)
		for _, r := range receipts {
			log += len(r.L2ToL1Logs)
		}
	}
	return layout, nil
}

func orNotFound(err error) error {
	if err != nil {
		return err
	}
	return errUnknownBlock
}

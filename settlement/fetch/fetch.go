// Package fetch reads the published batches of a chain back from L1, for package chain/derive.
//
//	Open         a Source of batches
//	Into         a node's directory: state, tree and batches on disk
//	Derivation   the state alone, in a directory that the next call goes on from
//
// In: an L1 client, the chain's contract, a source of blobs. Out: a derive.Source: batches in order with pubdata and the state commitment that L1 holds. What is read is
// checked: the commit call must hash to what L1 stores for the batch, the data must match the call's DA commitment, blobs must match their versioned
// hashes. Everything is asked as of one final L1 block, so a batch that is reverted meanwhile does not matter. Batches of the operator and those that anybody settled in
// priority mode are read alike.
//
// Errors name the batch; da.ErrNoBlob and da.ErrNotPublished say that the data cannot be had. Only commit calls that are the transaction's own call to ValidatorTimelock
// can be read: one made by another contract would need a trace.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/chain/derive"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/da"
	"github.com/ashlar-labs/ashlar/settlement/l1"
	"github.com/ashlar-labs/ashlar/settlement/operator"
)

// ErrOtherCall says that a batch was committed in a way that this package cannot read, or that L1's node does not tell the truth.
var ErrOtherCall = errors.New("commit transaction does not explain what L1 stores")

// L1 is what is asked of Ethereum; l1.Client is one.
type L1 interface {
	operator.Caller
	Final(ctx context.Context) (l1.Ref, error)
	Logs(ctx context.Context, query ethereum.FilterQuery, from, to uint64, visit func(upTo uint64, logs []types.Log) error) error
	TransactionByHash(ctx context.Context, hash common.Hash) (*types.Transaction, bool, error)
}

// Until says how far batches are read.
type Until uint8

// The last executed batch is final; the last committed one may still be reverted.
const (
	Executed Until = iota
	Committed
)

// Config of a source.
type Config struct {
	Chain      common.Address // contract of the chain
	StartBlock uint64         // L1 block of the chain's creation
	Until      Until
	Blobs      da.Source // nil when the chain does not use blobs
}

// Source reads one batch after the other.
type Source struct {
	l1       L1
	cfg      Config
	contract operator.Contract
	at       *big.Int
	totals   operator.Totals // at that block
	total    uint64
	next     uint64
	commits  map[uint64]commitment // batch -> its last commitment
	from     uint64                // L1 block from which on events were read
	last     *operator.Committed
	// call is the last commit call that was read: batches may share one.
	call   *operator.Commitment
	callTx *types.Transaction
}

// commitment is where on L1 a batch was committed.
type commitment struct {
	tx    common.Hash
	block uint64
}

// Open looks for the batches of the chain as of the final L1 block.
func Open(ctx context.Context, client L1, cfg Config) (*Source, error) {
	return open(ctx, client, cfg, cfg.StartBlock)
}

// open is Open for who needs batches whose last commitment is in L1 block from or after it. What is missing there is looked for before it, too.
func open(ctx context.Context, client L1, cfg Config, from uint64) (*Source, error) {
	final, err := client.Final(ctx)
	if err != nil {
		return nil, err
	}
	s := &Source{l1: client, cfg: cfg, next: 1, at: new(big.Int).SetUint64(final.Number), commits: make(map[uint64]commitment)}
	s.contract = operator.Contract{L1: client, Chain: cfg.Chain}
	s.from = min(max(from, cfg.StartBlock), final.Number)
	if s.totals, err = s.contract.Totals(ctx, s.at); err != nil {
		return nil, err
	}
	if s.total = s.totals.Executed; cfg.Until == Committed {
		s.total = s.totals.Committed
	}
	s.commits, err = s.events(ctx, s.from, final.Number)
	return s, err
}

// events are the last commitments of batches between two L1 blocks.
func (s *Source) events(ctx context.Context, from, to uint64) (map[uint64]commitment, error) {
	found := make(map[uint64]commitment)
	query := ethereum.FilterQuery{Addresses: []common.Address{s.cfg.Chain}, Topics: [][]common.Hash{operator.Topics()}}
	return found, s.l1.Logs(ctx, query, from, to, func(_ uint64, logs []types.Log) error {
		for i := range logs {
			event, err := operator.DecodeEvent(&logs[i])
			if err != nil {
				return fmt.Errorf("L1 block %d: %w", logs[i].BlockNumber, err)
			}
			if event.Kind == operator.BatchCommitted {
				found[event.First] = commitment{logs[i].TxHash, logs[i].BlockNumber} // the last one counts: a revert undid those before
			}
		}
		return nil
	})
}

// commitment is where a batch was last committed.
func (s *Source) commitment(ctx context.Context, number uint64) (commitment, error) {
	c, ok := s.commits[number]
	if !ok && s.from > s.cfg.StartBlock { // an L1 that was reorganised has it in an earlier block than it had the batch before
		earlier, err := s.events(ctx, s.cfg.StartBlock, s.from-1)
		if err != nil {
			return c, err
		}
		for n, at := range earlier {
			if _, later := s.commits[n]; !later {
				s.commits[n] = at
			}
		}
		s.from = s.cfg.StartBlock
		c, ok = s.commits[number]
	}
	if !ok {
		return c, fmt.Errorf("no event of its commitment since L1 block %d: %w", s.cfg.StartBlock, ErrOtherCall)
	}
	return c, nil
}

// Total is the number of the last batch that Next will give.
func (s *Source) Total() uint64 { return s.total }

// Last is the batch that Next gave last, as it was committed; nil before the first.
func (s *Source) Last() *operator.Committed { return s.last }

// GenesisHash is what L1 keeps of batch 0; compare it with rollup.GenesisBatch before deriving.
func (s *Source) GenesisHash(ctx context.Context) (common.Hash, error) {
	return s.contract.StoredBatchHash(ctx, 0, s.at)
}

// Commitment is how L1 was told of batch number, checked with what L1 stores, and the transaction that did so. Its data are not read.
func (s *Source) Commitment(ctx context.Context, number uint64) (*operator.Committed, *types.Transaction, error) {
	committed, _, err := s.read(ctx, number)
	if err != nil {
		return nil, nil, fmt.Errorf("batch %d: %w", number, err)
	}
	return committed, s.callTx, nil
}

// Next implements derive.Source.
func (s *Source) Next(ctx context.Context) (*derive.Batch, error) {
	if s.next > s.total {
		return nil, io.EOF
	}
	committed, published, err := s.read(ctx, s.next)
	if err != nil {
		return nil, err
	}
	pubdata, err := da.Recover(ctx, published, s.cfg.Blobs)
	if err != nil {
		return nil, err
	}
	s.next, s.last = s.next+1, committed
	return &derive.Batch{Number: committed.Number, StateCommitment: committed.StateAfter, Pubdata: pubdata}, nil
}

// read finds how a batch was committed and checks that with what L1 stores.
func (s *Source) read(ctx context.Context, number uint64) (*operator.Committed, *da.Published, error) {
	at, err := s.commitment(ctx, number)
	if err != nil {
		return nil, nil, err
	}
	if err := s.load(ctx, at.tx); err != nil {
		return nil, nil, err
	}
	stored, err := s.contract.StoredBatchHash(ctx, number, s.at)
	if err != nil {
		return nil, nil, err
	}
	for i := range s.call.Batches {
		b := &s.call.Batches[i]
		if info := b.Stored(); b.Number != number || info.Hash() != stored {
			continue
		}
		published, err := s.call.Published(i, s.callTx.BlobHashes())
		return b, published, err
	}
	return nil, nil, fmt.Errorf("transaction %v, stored hash %v: %w", at.tx, stored, ErrOtherCall)
}

// load reads the commit call of a transaction.
func (s *Source) load(ctx context.Context, hash common.Hash) error {
	if s.callTx != nil && s.callTx.Hash() == hash {
		return nil
	}
	tx, _, err := s.l1.TransactionByHash(ctx, hash)
	if err != nil {
		return fmt.Errorf("commit transaction %v: %w", hash, err)
	}
	var call *operator.Commitment
	if to := tx.To(); to != nil && *to == s.cfg.Chain {
		call, err = operator.DecodeSettle(s.cfg.Chain, tx.Data()) // in priority mode: anybody's
	} else {
		call, err = operator.DecodeCommit(tx.Data())
	}
	if err != nil {
		return fmt.Errorf("commit transaction %v: %w: %w", hash, ErrOtherCall, err)
	}
	if call.Chain != s.cfg.Chain {
		return fmt.Errorf("commit transaction %v is about %v: %w", hash, call.Chain, ErrOtherCall)
	}
	s.call, s.callTx = call, tx
	return nil
}

// CheckGenesis compares a genesis with what L1 keeps of batch 0.
func (s *Source) CheckGenesis(ctx context.Context, stateCommitment common.Hash) error {
	stored, err := s.GenesisHash(ctx)
	if err != nil {
		return err
	}
	if ours := rollup.GenesisBatch(stateCommitment); ours.Hash() != stored {
		return fmt.Errorf("batch 0: L1 has %v, this genesis gives %v: %w", stored, ours.Hash(), derive.ErrMismatch)
	}
	return nil
}

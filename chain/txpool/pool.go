package txpool

import (
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"sync"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	gethpool "github.com/ethereum/go-ethereum/core/txpool"
	"github.com/ethereum/go-ethereum/core/txpool/legacypool"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/event"
	"github.com/ethereum/go-ethereum/params"
)

// MaxTxBytes is the size of the largest transaction that the pool takes, go-ethereum's.
const MaxTxBytes = 128 * 1024

// ErrUnprotected says that a transaction is valid on every chain.
var ErrUnprotected = errors.New("only replay-protected (EIP-155) transactions allowed over RPC")

// Pool is the transaction pool. It is safe for concurrent use; Reset is called by one goroutine.
type Pool struct {
	config  Config
	legacy  *legacypool.LegacyPool
	signer  types.Signer
	journal *journal
	log     *slog.Logger
	room    room
	memory  *refusals

	mu      sync.Mutex
	head    *types.Header
	refused map[common.Hash]error // by execution, see Refuse
}

// New makes a pool on top of the chain's head and takes in what the journal holds. Close it when done: it owns goroutines.
func New(config Config, cfg *rollup.ChainConfig, chain Chain, logger *slog.Logger) (*Pool, error) {
	if err := config.Check(); err != nil {
		return nil, err
	}
	head, err := chain.Parent(chain.Head().Number)
	if err != nil {
		return nil, fmt.Errorf("txpool: %w", err)
	}
	b := &backend{chain: chain, config: poolConfig(cfg), head: head}
	p := &Pool{
		config: config, legacy: legacypool.New(config.legacy(), b), signer: types.LatestSigner(b.config), log: logger, head: head,
		memory: newRefusals(), refused: make(map[common.Hash]error), room: room{limit: config.LargeBytes, large: make(map[common.Hash]largeTx)},
	}
	if err := p.legacy.Init(config.MinTip, head, gethpool.NewReservationTracker().NewHandle(0)); err != nil {
		return nil, fmt.Errorf("txpool: %w", err)
	}
	if config.JournalPath != "" {
		if err := p.restore(); err != nil {
			return nil, errors.Join(err, p.legacy.Close())
		}
	}
	return p, nil
}

// restore takes in the journal and writes it anew with what is still valid.
func (p *Pool) restore() error {
	j, raws, err := openJournal(p.config.JournalPath)
	if err != nil {
		return fmt.Errorf("txpool: journal: %w", err)
	}
	var txs []*types.Transaction
	for _, raw := range raws {
		if tx, err := decode(raw); err == nil {
			txs = append(txs, tx)
		}
	}
	accepted := p.add(txs, make([]error, len(txs)), false)
	if len(raws) > 0 {
		p.log.Info("pool restored from journal", "transactions", len(accepted), "no longer valid", len(raws)-len(accepted))
	}
	p.journal = j
	return p.rewriteJournal()
}

// Close stops the pool.
func (p *Pool) Close() error {
	err := p.legacy.Close()
	if p.journal != nil {
		err = errors.Join(err, p.journal.close())
	}
	return err
}

// Add takes in a raw transaction. When it returns, an executable one is in Pending and counted by Nonce.
func (p *Pool) Add(raw []byte) (common.Hash, error) {
	tx, err := decode(raw)
	if err != nil {
		return common.Hash{}, err
	}
	if err := p.AddAll([]*types.Transaction{tx})[0]; err != nil {
		return common.Hash{}, err
	}
	return tx.Hash(), nil
}

// AddAll is Add for decoded transactions, in this order; the errors are in the same order. Many at once cost far less than one by one: senders are recovered in parallel, and the pool
// is sorted and the journal written once. A sender that is cached in a transaction is not recovered again.
func (p *Pool) AddAll(txs []*types.Transaction) []error {
	errs := make([]error, len(txs))
	accepted := p.add(txs, errs, true)
	if err := p.journal.append(accepted); err != nil {
		// The transactions are in the pool and will be included; only a restart would lose them, so users must not think they were refused.
		p.log.Error("pool journal is not written", "err", err)
	}
	if p.config.Observer != nil {
		p.config.Observer.Added(errs)
	}
	return errs
}

// add takes in what is admitted, and returns it; errs says why the others are not. next is as in takeRoom.
func (p *Pool) add(txs []*types.Transaction, errs []error, next bool) (accepted []*types.Transaction) {
	admitted, places := make([]*types.Transaction, 0, len(txs)), make([]int, 0, len(txs))
	for i, tx := range txs {
		if errs[i] = p.admit(tx); errs[i] == nil {
			errs[i] = p.takeRoom(tx, next)
		}
		if errs[i] == nil {
			admitted, places = append(admitted, tx), append(places, i)
		}
	}
	recoverSenders(p.signer, admitted)
	offered, places := p.refuseSenders(admitted, places, errs)
	for i, err := range p.legacy.Add(offered, true) {
		if errs[places[i]] = err; err == nil {
			accepted = append(accepted, offered[i])
		}
	}
	p.room.added(p, admitted)
	return accepted
}

// recoverSenders leaves the senders in the transactions; who asks later finds them there, or the error again.
func recoverSenders(signer types.Signer, txs []*types.Transaction) {
	const each = 16 // not worth a goroutine below
	workers := min(runtime.GOMAXPROCS(0), len(txs)/each)
	if workers < 2 {
		return // legacypool does it
	}
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for _, tx := range txs[len(txs)*w/workers : len(txs)*(w+1)/workers] {
				_, _ = types.Sender(signer, tx)
			}
		})
	}
	wg.Wait()
}

// decode refuses by the first byte what geth's decoder would refuse in other words, or accept.
func decode(raw []byte) (*types.Transaction, error) {
	switch {
	case len(raw) > MaxTxBytes:
		return nil, fmt.Errorf("%w: transaction size %d, limit %d", gethpool.ErrOversizedData, len(raw), MaxTxBytes)
	case len(raw) > 0 && raw[0] == types.BlobTxType:
		return nil, stf.ErrBlobTx
	case len(raw) > 0 && (raw[0] == rollup.PriorityTxType || raw[0] == rollup.UpgradeTxType):
		return nil, fmt.Errorf("%w: type %#x comes from L1 only", core.ErrTxTypeNotSupported, raw[0])
	}
	tx := new(types.Transaction)
	return tx, tx.UnmarshalBinary(raw)
}

// admit checks what legacypool does not or cannot know.
func (p *Pool) admit(tx *types.Transaction) error {
	switch size := tx.Size(); {
	case size > MaxTxBytes:
		return fmt.Errorf("%w: transaction size %d, limit %d", gethpool.ErrOversizedData, size, MaxTxBytes)
	case tx.Type() == types.BlobTxType:
		return stf.ErrBlobTx
	}
	if !tx.Protected() && !p.config.AllowUnprotected {
		return ErrUnprotected
	}
	if tx.GasFeeCap().BitLen() <= 64 && tx.GasFeeCap().Uint64() < p.config.MinBaseFee {
		return fmt.Errorf("%w: max fee per gas %d wei, this chain's minimum base fee is %d wei", gethpool.ErrUnderpriced, tx.GasFeeCap(), p.config.MinBaseFee)
	}
	if err := p.memory.ofTx(tx.Hash()); err != nil {
		return err
	}
	price := p.gasPerPubdata()
	if least := params.TxGas + stf.LeastPubdataBytes*price; price > 0 && tx.Gas() < least {
		return fmt.Errorf("%w: have %d, want at least %d (%d of it for pubdata)", core.ErrIntrinsicGas, tx.Gas(), least, least-params.TxGas)
	}
	if tx.Gas() > params.MaxTxGas && price == 0 {
		return fmt.Errorf("%w (cap: %d, tx: %d)", core.ErrGasLimitTooHigh, params.MaxTxGas, tx.Gas())
	}
	return nil
}

// gasPerPubdata is the last block's price of a pubdata byte. Where there is one, gas above EIP-7825's cap may be meant for it.
func (p *Pool) gasPerPubdata() uint64 {
	price, err := rollup.GasPerPubdataOfExtra(p.Head().Extra)
	if err != nil {
		return 0
	}
	return price
}

// Head is the header that the pool's content is valid on.
func (p *Pool) Head() *types.Header {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.head
}

// Reset moves the pool to a new head: included and no longer payable transactions leave it. It returns when that is done.
func (p *Pool) Reset(head *types.Header) {
	// Before the block's transactions leave the pool: the block may not be durable yet, and then a journal without them would lose them.
	if p.journal != nil && p.journal.isStale() {
		if err := p.rewriteJournal(); err != nil {
			p.log.Error("pool journal is not rewritten", "err", err)
		}
	}
	p.mu.Lock()
	p.head = head
	p.mu.Unlock()
	p.legacy.Reset(nil, head) // no old head: there are no other branches whose transactions could come back
	p.forgetRefused()
	p.forgetLarge()
}

// Refuse keeps a transaction out of Pending although it is formally executable: block building found that it can never be included as it is. It stays
// visible with its reason and can be replaced by its sender; legacypool offers no removal of a single transaction. The refusal is remembered, see refusals.
func (p *Pool) Refuse(hash common.Hash, reason error) {
	if p.config.Observer != nil {
		p.config.Observer.Refused(hash, reason)
	}
	if tx := p.legacy.Get(hash); tx != nil {
		if sender, err := types.Sender(p.signer, tx); err == nil {
			p.memory.remember(hash, sender, reason)
		}
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.refused[hash] = reason
}

// Refused is the reason for which block building refused the transaction, nil when it did not.
func (p *Pool) Refused(hash common.Hash) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.refused[hash]
}

// forgetRefused drops the reasons of transactions that have left the pool.
func (p *Pool) forgetRefused() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for hash := range p.refused {
		if p.legacy.Get(hash) == nil {
			delete(p.refused, hash)
		}
	}
}

// Get is the transaction with the hash, nil when the pool does not have it.
func (p *Pool) Get(hash common.Hash) *types.Transaction { return p.legacy.Get(hash) }

// Nonce is the next nonce of the account after its executable transactions.
func (p *Pool) Nonce(addr common.Address) uint64 { return p.legacy.Nonce(addr) }

// Status is the number of executable and of waiting transactions.
func (p *Pool) Status() (pending, queued int) { return p.legacy.Stats() }

// Content is all executable and all waiting transactions by sender, each list by nonce.
func (p *Pool) Content() (pending, queued map[common.Address][]*types.Transaction) {
	return p.legacy.Content()
}

// ContentFrom is Content of one sender.
func (p *Pool) ContentFrom(addr common.Address) (pending, queued []*types.Transaction) {
	return p.legacy.ContentFrom(addr)
}

// Subscribe sends transactions that became executable to ch. A subscriber must keep reading: admission waits for it.
func (p *Pool) Subscribe(ch chan<- core.NewTxsEvent) event.Subscription {
	return p.legacy.SubscribeTransactions(ch, false)
}

package txmgr

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/l1"
)

// Errors that decide what a caller does.
var (
	ErrConflict = errors.New("another intent has this key")
	ErrRefused  = errors.New("L1 would refuse the call")
	ErrTooDear  = errors.New("L1 fees are above the limit")
	ErrWaiting  = errors.New("L1 node does not take the transaction now")
)

// Chain is L1 as the manager needs it; l1.Client is one.
type Chain interface {
	Final(ctx context.Context) (l1.Ref, error)
	HeaderByNumber(ctx context.Context, number *big.Int) (*types.Header, error)
	BlockByNumber(ctx context.Context, number *big.Int) (*types.Block, error)
	NonceAt(ctx context.Context, account common.Address, number *big.Int) (uint64, error)
	SuggestGasTipCap(ctx context.Context) (*big.Int, error)
	BlobBaseFee(ctx context.Context) (*big.Int, error)
	EstimateGas(ctx context.Context, call ethereum.CallMsg) (uint64, error)
	SendTransaction(ctx context.Context, tx *types.Transaction) error
	TransactionReceipt(ctx context.Context, hash common.Hash) (*types.Receipt, error)
}

// Signer holds the key of the sender.
type Signer interface {
	Address() common.Address
	Sign(tx *types.Transaction) (*types.Transaction, error)
}

type keySigner struct {
	key    *ecdsa.PrivateKey
	signer types.Signer
}

// KeySigner signs with a key in memory.
func KeySigner(key *ecdsa.PrivateKey, chainID uint64) Signer {
	return keySigner{key, types.LatestSignerForChainID(new(big.Int).SetUint64(chainID))}
}

func (s keySigner) Address() common.Address { return crypto.PubkeyToAddress(s.key.PublicKey) }

func (s keySigner) Sign(tx *types.Transaction) (*types.Transaction, error) {
	return types.SignTx(tx, s.signer, s.key)
}

// Config of a manager.
type Config struct {
	ChainID       uint64
	Poll          time.Duration // between looks at L1
	ResendAfter   time.Duration // a transaction that is not mined by then is sent again, with higher fees
	GasMargin     float64       // gas limit over estimate
	MaxFeeWei     *big.Int      // wei per gas that is never exceeded; nil is no limit
	MaxBlobFeeWei *big.Int      // wei per blob gas; nil is no limit
	MaxOverpay    int64         // fees are raised to this many times what the market asks for at most, beside what a pool insists on below SmallFeeWei
	KeepSidecars  uint64        // of this many final transactions, in case L1 loses them
	Sidecar       MakeSidecar   // for those that are not kept any more; nil: they cannot be sent again
	OnWait        func(error)   // called when a reason to wait comes up or changes, and with nil when there is none any more; nil ignores
	Now           func() time.Time
	Log           *slog.Logger
	Observer      Observer // nil: nobody
}

// MakeSidecar makes the sidecar of a transaction from its versioned hashes, in order.
type MakeSidecar func(ctx context.Context, blobs []common.Hash) (*types.BlobTxSidecar, error)

// Observer is told what happens to the transactions of a manager, by the intent's key. It is called while the manager works and must be quick.
type Observer interface {
	Sent(key string, tx common.Hash, attempt int)   // L1's node has taken it; attempt counts from 1, and a higher one has higher fees
	Mined(key string, receipt *types.Receipt) error // before that is recorded; a crash in between repeats it, and so does a reorganisation
	Undone(key string)                              // by a reorganisation of L1
	Waits(part string, err error)                   // something failed that is tried again
}

// HighestFeeWei is an offer per gas, or per blob gas, that Ethereum has asked for at no time for long. Whoever wants to pay more has to say so: an L1 node could have made it up.
var HighestFeeWei = big.NewInt(2000e9)

// DefaultConfig suits a network with 12 second blocks.
func DefaultConfig() Config {
	return Config{
		Poll: time.Second, ResendAfter: 45 * time.Second, GasMargin: 1.25, MaxFeeWei: HighestFeeWei, MaxBlobFeeWei: HighestFeeWei, MaxOverpay: 5, KeepSidecars: 8, Now: time.Now, Log: slog.Default(),
	}
}

// Check refuses what cannot work.
func (c *Config) Check() error {
	switch {
	case c.ChainID == 0:
		return errors.New("txmgr: chain id is zero")
	case c.Poll <= 0 || c.ResendAfter <= 0:
		return errors.New("txmgr: poll and resend intervals must be positive")
	case c.GasMargin < 1 || c.MaxOverpay < 2:
		return fmt.Errorf("txmgr: gas margin %g is below 1, or fees may be raised to %d times the market's, below 2", c.GasMargin, c.MaxOverpay)
	case c.Now == nil || c.Log == nil:
		return errors.New("txmgr: clock or logger is missing")
	}
	return nil
}

// Manager sends the transactions of one account. Its methods may be called at the same time.
type Manager struct {
	cfg    Config
	chain  Chain
	kv     durable.KV
	signer Signer

	mu      sync.Mutex // one change of the store at a time
	pause   pause      // under mu
	wake    chan struct{}
	waiting sync.Mutex
	changed chan struct{} // closed and replaced whenever a record changes
}

// New makes a manager over what kv remembers. kv must belong to this account alone; see durable.Prefix.
func New(chain Chain, kv durable.KV, signer Signer, cfg Config) (*Manager, error) {
	if err := cfg.Check(); err != nil {
		return nil, err
	}
	cfg.Log = cfg.Log.With("sender", signer.Address())
	m := &Manager{cfg: cfg, chain: chain, kv: kv, signer: signer, wake: make(chan struct{}, 1), changed: make(chan struct{})}
	return m, m.checkOwner()
}

// checkOwner refuses a store that another account has used: its nonces would be wrong.
func (m *Manager) checkOwner() error {
	address := m.signer.Address()
	owner, ok, err := m.kv.Get([]byte("owner"))
	switch {
	case err != nil:
		return err
	case !ok:
		return m.kv.Write(durable.Change{Key: []byte("owner"), Value: address[:]})
	case common.BytesToAddress(owner) != address:
		return fmt.Errorf("txmgr: the store holds intents of %v, the key is of %v", common.BytesToAddress(owner), address)
	}
	return nil
}

// Address is the sender.
func (m *Manager) Address() common.Address { return m.signer.Address() }

// Run brings intents forward until ctx ends. Errors of L1 are logged and pass; those of the store end it.
func (m *Manager) Run(ctx context.Context) error {
	ticker := time.NewTicker(m.cfg.Poll)
	defer ticker.Stop()
	for {
		if err := m.Tick(ctx); err != nil && ctx.Err() == nil {
			if l1.KindOf(err) == l1.Critical {
				return err
			}
			m.cfg.Log.Warn("L1 transactions wait", "err", err)
			if m.cfg.Observer != nil {
				m.cfg.Observer.Waits("send", err)
			}
		}
		select {
		case <-ctx.Done():
			return nil
		case <-ticker.C:
		case <-m.wake:
		}
	}
}

// Status of an intent.
type Status struct {
	State    State
	Nonce    uint64
	Tx       common.Hash // of the attempt that is mined, else of the newest one, else zero
	Block    uint64      // when mined
	Reverted bool        // mined, without effect
	Attempts int
}

// Status looks an intent up; a key that is not there is Unknown.
func (m *Manager) Status(key string) (Status, error) {
	r, err := m.load(key)
	if err != nil || r == nil {
		return Status{}, err
	}
	s := Status{State: r.State, Nonce: r.Nonce, Tx: r.MinedTx, Block: r.MinedBlock, Reverted: r.Reverted, Attempts: len(r.Attempts)}
	if r.State == Signed || r.State == Sent {
		tx, err := r.attempt(len(r.Attempts) - 1)
		if err != nil {
			return Status{}, err
		}
		s.Tx = tx.Hash()
	}
	return s, nil
}

// UnderWay are the keys of the intents that are not final, in the order of their nonces.
func (m *Manager) UnderWay() ([]string, error) {
	records, err := m.inFlight()
	keys := make([]string, len(records))
	for i, r := range records {
		keys[i] = r.Key
	}
	return keys, err
}

// Wait returns when the intent has reached the state, or ctx ends. Somebody has to call Tick (or Run) meanwhile.
func (m *Manager) Wait(ctx context.Context, key string, until State) (Status, error) {
	for {
		m.waiting.Lock()
		changed := m.changed
		m.waiting.Unlock()
		s, err := m.Status(key)
		if err != nil || s.State >= until {
			return s, err
		}
		select {
		case <-ctx.Done():
			return s, fmt.Errorf("txmgr: %q is %v: %w", key, s.State, ctx.Err())
		case <-changed:
		}
	}
}

func (m *Manager) load(key string) (*record, error) {
	enc, ok, err := m.kv.Get([]byte(recordPrefix + key))
	if err != nil || !ok {
		return nil, err
	}
	r, err := decodeRecord(enc)
	if err != nil {
		return nil, fmt.Errorf("txmgr: intent %q: %w", key, err)
	}
	return r, nil
}

// save makes the record, and whatever else changes with it, durable.
func (m *Manager) save(r *record, more ...durable.Change) error {
	if err := m.kv.Write(append(more, r.change())...); err != nil {
		return fmt.Errorf("txmgr: intent %q: %w", r.Key, err)
	}
	m.waiting.Lock()
	close(m.changed)
	m.changed = make(chan struct{})
	m.waiting.Unlock()
	return nil
}

package deploy

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
)

// L1 is what a deployment needs of Ethereum; ethclient.Client is one.
type L1 interface {
	ChainID(ctx context.Context) (*big.Int, error)
	CodeAt(ctx context.Context, account common.Address, number *big.Int) ([]byte, error)
	CallContract(ctx context.Context, call ethereum.CallMsg, number *big.Int) ([]byte, error)
	NonceAt(ctx context.Context, account common.Address, number *big.Int) (uint64, error)
	PendingNonceAt(ctx context.Context, account common.Address) (uint64, error)
	HeaderByNumber(ctx context.Context, number *big.Int) (*types.Header, error)
	SuggestGasTipCap(ctx context.Context) (*big.Int, error)
	SendTransaction(ctx context.Context, tx *types.Transaction) error
	TransactionReceipt(ctx context.Context, hash common.Hash) (*types.Receipt, error)
	FilterLogs(ctx context.Context, query ethereum.FilterQuery) ([]types.Log, error)
}

// Progress is told once for each step; done counts those that are finished. Skipped steps were done before.
type Progress func(step string, done, total int, skipped bool)

// Options of a run; they do not change what is deployed.
type Options struct {
	StateFile string        // "" keeps none
	Poll      time.Duration // between looks for receipts
	Timeout   time.Duration // without a receipt
	Progress  Progress      // may be nil
}

// DefaultOptions suit a public network.
func DefaultOptions() Options { return Options{Poll: 2 * time.Second, Timeout: 10 * time.Minute} }

// Genesis gives the state commitment of the L2 genesis when the L1 addresses are known.
type Genesis func(predicted *Deployment) (common.Hash, error)

type run struct {
	*plan
	l1      L1
	key     *ecdsa.PrivateKey
	options Options
	state   *file
	total   int
	done    int
}

// Deploy makes everything that is not there yet. It may be stopped at any time and called again.
func Deploy(ctx context.Context, l1 L1, key *ecdsa.PrivateKey, cfg Config, genesis Genesis, options Options) (*Deployment, error) {
	r, err := prepare(ctx, l1, key, &cfg, options)
	if err != nil {
		return nil, err
	}
	commitment, err := genesis(r.d)
	if err != nil {
		return nil, fmt.Errorf("deploy: genesis: %w", err)
	}
	r.d.GenesisCommitment = commitment
	create, err := r.creation(commitment)
	if err != nil {
		return nil, fmt.Errorf("deploy: %w", err)
	}
	r.total = len(r.b.contracts) + len(r.wiring()) + 1 + len(r.roles()) + len(r.handover())
	if err := r.drain(ctx); err != nil {
		return nil, err
	}
	if err := r.makeContracts(ctx); err != nil {
		return nil, err
	}
	for _, wave := range []func() []call{r.wiring, func() []call { return []call{create} }} {
		if err := r.makeCalls(ctx, wave()); err != nil {
			return nil, err
		}
	}
	if err := r.findChain(ctx); err != nil {
		return nil, err
	}
	for _, wave := range []func() []call{r.roles, r.handover} {
		if err := r.makeCalls(ctx, wave()); err != nil {
			return nil, err
		}
	}
	r.state.Deployment = r.d
	return r.d, r.state.write(options.StateFile)
}

func prepare(ctx context.Context, l1 L1, key *ecdsa.PrivateKey, cfg *Config, options Options) (*run, error) {
	p, err := newPlan(cfg)
	if err != nil {
		return nil, err
	}
	if options.Poll <= 0 || options.Timeout <= 0 {
		return nil, errors.New("deploy: poll interval and timeout must be positive")
	}
	if address := crypto.PubkeyToAddress(key.PublicKey); address != cfg.Deployer {
		return nil, fmt.Errorf("deploy: the key is of %v, the configured deployer is %v", address, cfg.Deployer)
	}
	id, err := l1.ChainID(ctx)
	if err != nil {
		return nil, fmt.Errorf("deploy: chain id of L1: %w", err)
	}
	if !id.IsUint64() || id.Uint64() != cfg.L1ChainID {
		return nil, fmt.Errorf("deploy: L1 is chain %v, configured is %d", id, cfg.L1ChainID)
	}
	code, err := l1.CodeAt(ctx, factory, nil)
	if err != nil {
		return nil, fmt.Errorf("deploy: code of the CREATE2 deployer: %w", err)
	}
	if len(code) == 0 {
		return nil, fmt.Errorf("deploy: L1 has no CREATE2 deployer at %v", factory)
	}
	state, err := readState(options.StateFile, cfg)
	if err != nil {
		return nil, err
	}
	r := &run{plan: p, l1: l1, key: key, options: options, state: state}
	return r, r.begin(ctx)
}

// begin remembers where on L1 the first run began: what it makes is not before that.
func (r *run) begin(ctx context.Context) error {
	if r.state.StartedAt != nil {
		return nil
	}
	if r.options.StateFile == "" {
		r.state.StartedAt = new(uint64) // unknown: since the beginning of L1
		return nil
	}
	head, err := r.l1.HeaderByNumber(ctx, nil)
	if err != nil {
		return fmt.Errorf("deploy: head: %w", err)
	}
	number := head.Number.Uint64()
	r.state.StartedAt = &number
	return r.state.write(r.options.StateFile)
}

// makeContracts is the first wave.
func (r *run) makeContracts(ctx context.Context) error {
	var missing []*contract
	for _, c := range r.b.contracts {
		code, err := r.l1.CodeAt(ctx, c.address, nil)
		if err != nil {
			return fmt.Errorf("deploy: %s: %w", c.label, err)
		}
		if len(code) == 0 {
			missing = append(missing, c)
			continue
		}
		if err := c.sameCode(code); err != nil {
			return fmt.Errorf("deploy: %w", err)
		}
		r.finished(c.label, true)
	}
	txs := make([]step, len(missing))
	for i, c := range missing {
		data := append(c.salt.Bytes(), c.initCode...)
		// Code costs 200 gas a byte to store, up to 16 to send and some to run; initialisers have a fixed share.
		txs[i] = step{label: c.label, to: factory, data: data, gas: 1_500_000 + 260*uint64(len(c.initCode))}
	}
	if err := r.sendAll(ctx, txs); err != nil {
		return err
	}
	for _, c := range missing {
		code, err := r.l1.CodeAt(ctx, c.address, nil)
		if err == nil {
			err = c.sameCode(code)
		}
		if err != nil {
			return fmt.Errorf("deploy: %w", err)
		}
	}
	return nil
}

// makeCalls is a wave of calls.
func (r *run) makeCalls(ctx context.Context, calls []call) error {
	var missing []call
	var txs []step
	for _, c := range calls {
		done, err := r.isDone(ctx, &c)
		if err != nil {
			return err
		}
		if done {
			r.finished(c.label, true)
			continue
		}
		data, err := r.b.abi(c.name).Pack(c.method, c.args...)
		if err != nil {
			return fmt.Errorf("deploy: %s: %w", c.label, err)
		}
		gas := c.gas
		if gas == 0 {
			gas = 400_000
		}
		missing, txs = append(missing, c), append(txs, step{label: c.label, to: c.to, data: data, gas: gas})
	}
	if err := r.sendAll(ctx, txs); err != nil {
		return err
	}
	for _, c := range missing {
		done, err := r.isDone(ctx, &c)
		if err != nil {
			return err
		}
		if !done {
			return fmt.Errorf("deploy: %s: mined without effect", c.label)
		}
	}
	return nil
}

func (r *run) isDone(ctx context.Context, c *call) (bool, error) {
	w, err := r.ask(ctx, c.to, c.name, c.question, c.questionArgs...)
	if err != nil {
		return false, fmt.Errorf("deploy: %s: %w", c.label, err)
	}
	return c.answered(w), nil
}

func (r *run) ask(ctx context.Context, to common.Address, name, method string, args ...any) (common.Hash, error) {
	data, err := r.b.abi(name).Pack(method, args...)
	if err != nil {
		return common.Hash{}, err
	}
	out, err := r.l1.CallContract(ctx, ethereum.CallMsg{To: &to, Data: data}, nil)
	if err != nil {
		return common.Hash{}, fmt.Errorf("%s of %v: %w", method, to, err)
	}
	return common.BytesToHash(out), nil
}

// findChain asks where the chain is and since when.
func (r *run) findChain(ctx context.Context) error {
	id := word(r.cfg.Chain.ChainID)
	w, err := r.ask(ctx, r.d.Bridgehub, "Bridgehub", "getZKChain", id)
	if err != nil {
		return fmt.Errorf("deploy: %w", err)
	}
	r.d.Chain = common.BytesToAddress(w[:])
	created, hash, err := r.creationBlock(ctx, id, *r.state.StartedAt)
	if errors.Is(err, errNoCreation) && *r.state.StartedAt > 0 {
		created, hash, err = r.creationBlock(ctx, id, 0) // the state file is younger than the chain
	}
	if err != nil {
		return err
	}
	r.d.StartBlock, r.d.StartBlockHash = created, hash
	return r.checkGenesis(ctx)
}

var errNoCreation = errors.New("deploy: L1 shows no event of the creation of the chain")

// creationBlock looks for the creation of the chain from an L1 block on.
func (r *run) creationBlock(ctx context.Context, id *big.Int, from uint64) (uint64, common.Hash, error) {
	logs, err := r.l1.FilterLogs(ctx, ethereum.FilterQuery{
		FromBlock: word(from), Addresses: []common.Address{r.d.Bridgehub},
		Topics: [][]common.Hash{{crypto.Keccak256Hash([]byte("NewChain(uint256,address,address)"))}, {common.BigToHash(id)}},
	})
	if err != nil {
		return 0, common.Hash{}, fmt.Errorf("deploy: event of the creation of chain %v: %w", id, err)
	}
	if len(logs) == 0 {
		return 0, common.Hash{}, errNoCreation
	}
	return logs[0].BlockNumber, logs[0].BlockHash, nil
}

// checkGenesis compares the genesis that the chain was created with: a chain that exists cannot get another.
func (r *run) checkGenesis(ctx context.Context) error {
	stored, err := r.ask(ctx, r.d.Chain, "Chain", "storedBatchHash", new(big.Int))
	if err != nil {
		return fmt.Errorf("deploy: %w", err)
	}
	if want := genesisHash(r.d.GenesisCommitment); stored != want {
		return fmt.Errorf("deploy: chain %d exists with another genesis (batch 0 is %v, this genesis gives %v)", r.d.ChainID, stored, want)
	}
	return nil
}

// finished counts a step and remembers it in the state file.
func (r *run) finished(label string, skipped bool) {
	r.done++
	if !skipped {
		r.state.Done = append(r.state.Done, label)
	}
	if r.options.Progress != nil {
		r.options.Progress(label, r.done, r.total, skipped)
	}
}

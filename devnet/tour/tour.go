package tour

import (
	"context"
	"crypto/ecdsa"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ashlar-labs/ashlar/settlement/bridge"
)

// Config of a tour.
type Config struct {
	L1, L2   *rpc.Client
	Key      *ecdsa.PrivateKey // has ETH on L1
	Token    common.Address    // ERC-20 on L1 that anybody can mint
	Progress func(text string)
	// Derive rebuilds the chain from L1 and says which batch it reached and the commitment of the state there; nil leaves the step out.
	Derive func(ctx context.Context) (batch uint64, commitment common.Hash, err error)
	// Commitment is what the node holds for a batch.
	Commitment func(batch uint64) (common.Hash, error)
}

// Row is one transaction of the tour.
type Row struct {
	Step  string
	Layer string // "L1" or "L2"
	Hash  common.Hash
	Took  time.Duration // from sending to the end of the step; 0 where the operator sent it
	Gas   uint64
	Fee   *big.Int // wei
}

// tour is one run.
type tour struct {
	Config
	bridge  *bridge.Client
	rows    []Row
	user    common.Address
	batches []Batch

	sealed   hexutil.Uint64 // the last batch before the tour
	l2Token  common.Address
	ethOut   common.Hash // L2 transactions of the withdrawals
	tokenOut common.Hash
}

var (
	ether    = big.NewInt(1e18)
	receiver = common.HexToAddress("0x00000000000000000000000000000000000a5415")
)

// Report is what a tour saw.
type Report struct {
	Rows    []Row
	Batches []Batch
}

// Run makes the tour. After an error the report holds what was done before.
func Run(ctx context.Context, cfg Config) (*Report, error) {
	client, err := bridge.New(ctx, cfg.L1, cfg.L2, cfg.Key)
	if err != nil {
		return &Report{}, err
	}
	t := &tour{Config: cfg, bridge: client, user: client.Address()}
	if err := cfg.L2.CallContext(ctx, &t.sealed, "zks_L1BatchNumber"); err != nil {
		return t.report(), err
	}
	for _, step := range []struct {
		say  string
		do   func(context.Context) error
		skip bool
	}{
		{say: "depositing 10 ETH from L1", do: t.depositETH},
		{say: "depositing 1000 test tokens from L1", do: t.depositToken},
		{say: "sending transfers", do: t.transfers},
		{say: "deploying an OpenZeppelin ERC-20 and using it", do: t.contract},
		{say: "withdrawing 1 ETH", do: t.withdrawETH},
		{say: "withdrawing 100 test tokens", do: t.withdrawToken},
		{say: "waiting until L1 has executed the batch", do: t.awaitExecution},
		{say: "finalising the withdrawals on L1", do: t.finalize},
		{say: "rebuilding the state from L1 alone", do: t.derive, skip: cfg.Derive == nil},
	} {
		if step.skip {
			continue
		}
		cfg.Progress(step.say)
		if err := step.do(ctx); err != nil {
			return t.report(), fmt.Errorf("%s: %w", step.say, err)
		}
	}
	return t.report(), nil
}

func (t *tour) report() *Report { return &Report{t.rows, t.batches} }

// note adds the row of a receipt.
func (t *tour) note(step, layer string, r *types.Receipt, began time.Time) {
	fee := new(big.Int).Mul(r.EffectiveGasPrice, new(big.Int).SetUint64(r.GasUsed))
	t.rows = append(t.rows, Row{step, layer, r.TxHash, time.Since(began), r.GasUsed, fee})
}

// noteDeposit adds the rows of a deposit on both layers.
func (t *tour) noteDeposit(ctx context.Context, what string, d *bridge.Deposit, began time.Time) error {
	if d.Approval != nil {
		t.note("approve "+what, "L1", d.Approval, began)
	}
	t.note("deposit "+what, "L1", d.L1, began)
	onL2, err := t.bridge.WaitL2(ctx, d.L2Hash)
	if err != nil {
		return err
	}
	if onL2.Status != types.ReceiptStatusSuccessful {
		return fmt.Errorf("the priority operation %v failed on L2", d.L2Hash)
	}
	t.note("  arrives", "L2", onL2, began)
	return nil
}

func (t *tour) depositETH(ctx context.Context) error {
	amount := new(big.Int).Mul(big.NewInt(10), ether)
	before, err := t.bridge.L2.BalanceAt(ctx, t.user, nil)
	if err != nil {
		return err
	}
	began := time.Now()
	d, err := t.bridge.Deposit(ctx, bridge.Ether, t.user, amount)
	if err != nil {
		return err
	}
	if err := t.noteDeposit(ctx, "10 ETH", d, began); err != nil {
		return err
	}
	after, err := t.bridge.L2.BalanceAt(ctx, t.user, nil)
	if err != nil {
		return err
	}
	if got := new(big.Int).Sub(after, before); got.Cmp(amount) < 0 { // more, because what the operation did not use comes back
		return fmt.Errorf("%v wei arrived, want at least %v", got, amount)
	}
	return nil
}

func (t *tour) depositToken(ctx context.Context) error {
	amount := new(big.Int).Mul(big.NewInt(1000), ether)
	began := time.Now()
	minted, err := t.mint(ctx, t.bridge.L1, t.Token, t.user, amount)
	if err != nil {
		return err
	}
	t.note("mint 1000 TEST", "L1", minted, began)
	before, err := t.onL2(ctx)
	if err != nil {
		return err
	}
	began = time.Now()
	d, err := t.bridge.Deposit(ctx, t.Token, t.user, amount)
	if err != nil {
		return err
	}
	if err := t.noteDeposit(ctx, "1000 TEST", d, began); err != nil {
		return err
	}
	after, err := t.onL2(ctx)
	if err != nil {
		return err
	}
	if got := new(big.Int).Sub(after, before); got.Cmp(amount) != 0 {
		return fmt.Errorf("%v units of the token arrived, want %v", got, amount)
	}
	return nil
}

// onL2 is how much of the token the user has on L2; it also finds the token there.
func (t *tour) onL2(ctx context.Context) (balance *big.Int, err error) {
	if t.l2Token, err = t.bridge.L2Token(ctx, t.Token); err != nil {
		return nil, err
	}
	return t.tokens(ctx, t.bridge.L2, t.l2Token, t.user)
}

func (t *tour) transfers(ctx context.Context) error {
	before, err := t.bridge.L2.BalanceAt(ctx, receiver, nil)
	if err != nil {
		return err
	}
	for i := range int64(3) {
		began := time.Now()
		r, err := t.send(ctx, t.bridge.L2, &receiver, big.NewInt(1e15*(i+1)), nil)
		if err != nil {
			return err
		}
		t.note(fmt.Sprintf("transfer 0.00%d ETH", i+1), "L2", r, began)
	}
	after, err := t.bridge.L2.BalanceAt(ctx, receiver, nil)
	if err != nil {
		return err
	}
	if got := new(big.Int).Sub(after, before); got.Cmp(big.NewInt(6e15)) != 0 {
		return fmt.Errorf("the receiver got %v wei, want 6000000000000000", got)
	}
	return nil
}

func (t *tour) contract(ctx context.Context) error {
	began := time.Now()
	address, r, err := t.deployToken(ctx, t.bridge.L2)
	if err != nil {
		return err
	}
	t.note("deploy ERC-20", "L2", r, began)
	began = time.Now()
	if r, err = t.mint(ctx, t.bridge.L2, address, t.user, ether); err != nil {
		return err
	}
	t.note("mint 1 token", "L2", r, began)
	began = time.Now()
	if r, err = t.transferToken(ctx, t.bridge.L2, address, receiver, big.NewInt(4e17)); err != nil {
		return err
	}
	t.note("transfer 0.4 token", "L2", r, began)
	if err := t.expectTokens(ctx, t.bridge.L2, address, receiver, big.NewInt(4e17)); err != nil {
		return err
	}
	return t.expectTokens(ctx, t.bridge.L2, address, t.user, big.NewInt(6e17))
}

func (t *tour) withdrawETH(ctx context.Context) error {
	began := time.Now()
	r, err := t.bridge.Withdraw(ctx, bridge.Ether, receiver, ether)
	if err != nil {
		return err
	}
	t.note("withdraw 1 ETH", "L2", r, began)
	t.ethOut = r.TxHash
	return nil
}

func (t *tour) withdrawToken(ctx context.Context) error {
	amount := new(big.Int).Mul(big.NewInt(100), ether)
	before, err := t.onL2(ctx)
	if err != nil {
		return err
	}
	began := time.Now()
	r, err := t.bridge.Withdraw(ctx, t.l2Token, receiver, amount)
	if err != nil {
		return err
	}
	t.note("withdraw 100 TEST", "L2", r, began)
	t.tokenOut = r.TxHash
	return t.expectTokens(ctx, t.bridge.L2, t.l2Token, t.user, before.Sub(before, amount))
}

func (t *tour) awaitExecution(ctx context.Context) error {
	ticker := time.NewTicker(200 * time.Millisecond)
	defer ticker.Stop()
	last := bridge.Stage("")
	for {
		w, err := t.bridge.Status(ctx, t.tokenOut, 0)
		if err != nil {
			return err
		}
		if w.Stage != last {
			if w.Batch == 0 {
				t.Progress("  the withdrawal waits for its batch")
			} else {
				t.Progress(fmt.Sprintf("  batch %d: %s", w.Batch, w.Stage))
			}
			last = w.Stage
		}
		if w.Stage == bridge.Executed {
			return t.noteBatches(ctx, w.Batch)
		}
		select {
		case <-ticker.C:
		case <-ctx.Done():
			return fmt.Errorf("it is %s: %w", last, ctx.Err())
		}
	}
}

func (t *tour) finalize(ctx context.Context) error {
	ethBefore, err := t.bridge.L1.BalanceAt(ctx, receiver, nil)
	if err != nil {
		return err
	}
	tokensBefore, err := t.tokens(ctx, t.bridge.L1, t.Token, receiver)
	if err != nil {
		return err
	}
	for _, w := range []struct {
		what string
		hash common.Hash
	}{{"finalise 1 ETH", t.ethOut}, {"finalise 100 TEST", t.tokenOut}} {
		began := time.Now()
		r, err := t.bridge.Finalize(ctx, w.hash, 0)
		if err != nil {
			return err
		}
		t.note(w.what, "L1", r, began)
	}
	ethAfter, err := t.bridge.L1.BalanceAt(ctx, receiver, nil)
	if err != nil {
		return err
	}
	if got := new(big.Int).Sub(ethAfter, ethBefore); got.Cmp(ether) != 0 {
		return fmt.Errorf("%v wei came back to L1, want %v", got, ether)
	}
	return t.expectTokens(ctx, t.bridge.L1, t.Token, receiver, tokensBefore.Add(tokensBefore, new(big.Int).Mul(big.NewInt(100), ether)))
}

func (t *tour) derive(ctx context.Context) error {
	batch, derived, err := t.Derive(ctx)
	if err != nil {
		return err
	}
	node, err := t.Commitment(batch)
	if err != nil {
		return err
	}
	if derived != node {
		return fmt.Errorf("batch %d: L1 gives the state %v, the node has %v", batch, derived, node)
	}
	t.Progress(fmt.Sprintf("  state after batch %d: %v from L1 alone, the node's is the same", batch, derived))
	return nil
}

package escape

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/chain/batch"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/contracts/deploy"
	devl1 "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/da"
	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/l1"
	"github.com/ashlar-labs/ashlar/settlement/operator"
	"github.com/ashlar-labs/ashlar/settlement/txmgr"
)

var receiver = common.HexToAddress("0x00000000000000000000000000000000000e5ca9")

// TestWayOut: an operator takes a deposit in and is gone. ETH and tokens leave by L1 alone, and what L1 holds is what L2 claims.
func TestWayOut(t *testing.T) {
	for name, scheme := range map[string]rollup.DAScheme{"blobs": rollup.DABlobs, "calldata": rollup.DACalldata} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, scheme)
			alice, bob := user(0), user(1)
			w.deposit(alice, oneEther)
			w.depositToken(alice, 600)
			w.operate(10, executed(1))

			r := w.rescuer(alice, nil, nil, nil)
			w.requests(r)
			w.early(r)
			w.later(expiration)
			if s := w.look(); !s.Overdue() || s.PriorityMode || s.Waiting() != 2 {
				t.Fatalf("%+v", s)
			}
			if err := r.Activate(t.Context()); err != nil {
				t.Fatal(err)
			}
			// Anybody can settle: bob has never been seen before.
			settled := must(w.rescuer(bob, nil, nil, nil).Settle(t.Context()))(t)
			if len(settled) != 1 || settled[0] != (Settled{Batch: 2, Operations: 2}) {
				t.Fatalf("%+v", settled)
			}
			w.claims(r)
			w.conserved()
		})
	}
}

// requests asks for the withdrawal of ETH and tokens.
func (w *world) requests(r *rescuer) {
	w.t.Helper()
	first := must(r.Withdraw(w.t.Context(), Withdrawal{Token: Ether, To: receiver, Amount: milliEther}, nil))(w.t)
	second := must(r.Withdraw(w.t.Context(), Withdrawal{Token: w.d.TestToken, To: receiver, Amount: big.NewInt(250)}, nil))(w.t)
	if first.Operation != 2 || second.Operation != 3 || first.ExpiresAt == 0 || first.Fee.Sign() <= 0 {
		w.t.Fatalf("%+v, %+v", first, second)
	}
}

// early is what has to wait for the expiration.
func (w *world) early(r *rescuer) {
	w.t.Helper()
	err := r.Activate(w.t.Context())
	check(w.t, "early activation", err, ErrNotOverdue)
	if !strings.Contains(err.Error(), "operation 2 expires at") {
		w.t.Error(err)
	}
	_, err = r.Settle(w.t.Context())
	check(w.t, "early settlement", err, ErrNotActive)
	check(w.t, "end of nothing", r.Deactivate(w.t.Context()), ErrNotActive)
	if paid, err := r.Claim(w.t.Context(), receiver); err != nil || len(paid) != 0 {
		w.t.Errorf("early claim: %v, %v", paid, err)
	}
}

// claims pays out what requests asked for, once.
func (w *world) claims(r *rescuer) {
	w.t.Helper()
	if paid := must(r.Claim(w.t.Context(), receiver))(w.t); len(paid) != 2 || paid[0].Token != Ether || paid[1].Token != w.d.TestToken {
		w.t.Fatalf("%+v", paid)
	}
	if wei, units := w.wei(receiver), w.units(receiver); wei.Cmp(milliEther) != 0 || units != 250 {
		w.t.Fatalf("%v wei and %d units arrived", wei, units)
	}
	if paid := must(r.Claim(w.t.Context(), receiver))(w.t); len(paid) != 0 {
		w.t.Errorf("paid again: %+v", paid)
	}
	for _, m := range must(r.Withdrawals(w.t.Context(), common.Address{}))(w.t) {
		if !m.Claimed || m.Receiver != receiver {
			w.t.Errorf("%+v", m)
		}
	}
}

// conserved compares what L1 holds with what L2 claims: the wei in circulation on L2, and the vault's tokens.
func (w *world) conserved() {
	w.t.Helper()
	at := must(w.rescuer(nil, nil, nil, nil).rebuild(w.t.Context()))(w.t)
	base, err := at.State.Account(rollup.L2BaseTokenAddress)
	if err != nil {
		w.t.Fatal(err)
	}
	claims := new(big.Int).Sub(rollup.BaseTokenSupply().ToBig(), base.Balance.ToBig())
	if held := w.wei(w.d.Vault); held.Cmp(claims) != 0 {
		w.t.Errorf("L1 holds %v wei, L2 claims %v", held, claims)
	}
}

// TestForgottenBatch: what the operator has committed and not executed is forgotten, and its operations are settled by others, many to a batch, and several batches.
func TestForgottenBatch(t *testing.T) {
	w := newWorld(t, rollup.DABlobs, func(c *deploy.Config) { c.ExecutionDelay = 3600 })
	for i := range 5 {
		w.deposit(user(i), oneEther)
	}
	w.operate(3, func(t operator.Totals) bool { return t.Committed == 1 && t.Verified == 1 })
	w.later(expiration)
	r := w.rescuer(user(6), nil, nil, func(c *Config) { c.MaxOps = 2 })
	if err := r.Activate(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := r.Activate(t.Context()); err != nil {
		t.Errorf("twice: %v", err)
	}
	settled := must(r.Settle(t.Context()))(t)
	if fmt.Sprint(settled) != "[{1 2} {2 2} {3 1}]" {
		t.Fatalf("%+v", settled)
	}
	if again := must(r.Settle(t.Context()))(t); len(again) != 0 {
		t.Errorf("%+v", again)
	}
	at := must(r.rebuild(t.Context()))(t)
	for i := range 5 {
		a, err := at.State.Account(crypto.PubkeyToAddress(user(i).PublicKey))
		if err != nil || a.Balance.ToBig().Cmp(oneEther) < 0 {
			t.Errorf("user %d has %v on L2, %v", i, &a.Balance, err)
		}
	}
	w.conserved()
	// The owner ends the mode; nobody else can.
	check(t, "end by a stranger", r.Deactivate(t.Context()), txmgr.ErrRefused)
	owner := w.rescuer(devl1.Operators()[devl1.Deployer].Key, nil, nil, nil)
	if err := owner.Deactivate(t.Context()); err != nil {
		t.Fatal(err)
	}
	w.deposit(user(0), oneEther)
	_, err := r.Settle(t.Context())
	check(t, "after the end", err, ErrNotActive)
	check(t, "activation after the end", r.Activate(t.Context()), ErrNotOverdue)
}

// TestTwoRescuers: both have the same state, one is first, and the other one goes on from there.
func TestTwoRescuers(t *testing.T) {
	w := newWorld(t, rollup.DACalldata)
	for i := range 4 {
		w.deposit(user(i), milliEther)
	}
	w.later(expiration)
	two := w.rescuer(user(6), nil, nil, func(c *Config) { c.MaxOps = 2 })
	first := true
	one := w.rescuer(user(5), nil, nil, func(c *Config) {
		c.MaxOps = 3
		c.sealed = func(*store.SealedBatch) {
			if first { // the other one is quicker, with the first two operations
				first = false
				at := must(two.rebuild(t.Context()))(t)
				must(two.next(t.Context(), at, w.look()))(t)
			}
		}
	})
	if err := one.Activate(t.Context()); err != nil {
		t.Fatal(err)
	}
	settled := must(one.Settle(t.Context()))(t)
	if fmt.Sprint(settled) != "[{2 2}]" || !strings.Contains(strings.Join(one.said, "\n"), "batch 1: somebody else has settled it; going on from the new state") {
		t.Errorf("%v, %q", settled, one.said)
	}
	if s := w.look(); s.Executed != 2 || s.Waiting() != 0 {
		t.Errorf("%+v", s)
	}
}

// TestWithdrawRefuses: nothing is requested that would not do what it is for.
func TestWithdrawRefuses(t *testing.T) {
	w := newWorld(t, rollup.DACalldata)
	w.deposit(user(0), milliEther)
	r := w.rescuer(user(0), nil, nil, nil)
	poor := must(crypto.GenerateKey())(t)
	before := w.look().Count
	for name, c := range map[string]struct {
		r    *rescuer
		w    Withdrawal
		want error
	}{
		"more ETH than there is":   {r, Withdrawal{Token: Ether, To: receiver, Amount: oneEther}, ErrWouldFail},
		"tokens that nobody has":   {r, Withdrawal{Token: w.d.TestToken, To: receiver, Amount: big.NewInt(1)}, ErrWouldFail},
		"an account without money": {w.rescuer(poor, nil, nil, nil), Withdrawal{Token: Ether, To: receiver, Amount: big.NewInt(1), Unproven: true}, ErrFunds},
		"no key":                   {w.rescuer(nil, nil, nil, nil), Withdrawal{Token: Ether, To: receiver, Amount: big.NewInt(1)}, ErrNoKey},
	} {
		_, err := c.r.Withdraw(t.Context(), c.w, nil)
		check(t, name, err, c.want)
	}
	for _, bad := range []Withdrawal{{Token: Ether, To: receiver}, {Token: Ether, To: receiver, Amount: new(big.Int)}, {Token: Ether, Amount: big.NewInt(1)}} {
		if _, err := r.Withdraw(t.Context(), bad, nil); err == nil {
			t.Errorf("%+v is requested", bad)
		}
	}
	if now := w.look().Count; now != before {
		t.Errorf("%d operations were requested", now-before)
	}
	// What waits counts: the deposit is not settled yet, and can be withdrawn. The same again is another one.
	for range 2 {
		must(r.Withdraw(t.Context(), Withdrawal{Token: Ether, To: receiver, Amount: big.NewInt(1e14)}, nil))(t)
	}
	if now := w.look().Count; now != before+2 {
		t.Errorf("%d operations were requested", now-before)
	}
}

// lost is a source that has nothing, liar one that has something else.
type lost struct{}

func (lost) Blob(context.Context, common.Hash) ([]byte, error) { return nil, da.ErrNoBlob }

type liar struct{}

func (liar) Blob(context.Context, common.Hash) ([]byte, error) {
	return make([]byte, rollup.BlobSize), nil
}

// TestWrongData: blobs that are withheld or others, and a guest that disagrees, end with an error and without a transaction.
func TestWrongData(t *testing.T) {
	w := newWorld(t, rollup.DABlobs)
	w.deposit(user(0), milliEther)
	w.operate(1, executed(1))
	w.deposit(user(0), milliEther)
	w.later(expiration)
	if err := w.rescuer(user(1), nil, nil, nil).Activate(t.Context()); err != nil {
		t.Fatal(err)
	}
	spoiled := native{spoil: func(h common.Hash) (common.Hash, error) { h[31] ^= 1; return h, nil }}
	for name, c := range map[string]struct {
		change func(*Config)
		want   error
	}{
		"blob withheld":       {func(c *Config) { c.Blobs = lost{} }, da.ErrNoBlob},
		"other blob":          {func(c *Config) { c.Blobs = liar{} }, da.ErrMismatch},
		"guest disagrees":     {func(c *Config) { c.Machine = spoiled }, batch.ErrDisagreement},
		"other genesis":       {func(c *Config) { g := *c.Genesis; g.Timestamp++; c.Genesis = &g }, nil},
		"other configuration": {func(c *Config) { g := *c.Genesis; g.Config.BlockGasLimit--; c.Genesis = &g }, nil},
		"other scheme":        {func(c *Config) { c.Scheme = rollup.DACalldata }, txmgr.ErrRefused},
	} {
		nonce := must(w.client.NonceAt(t.Context(), crypto.PubkeyToAddress(user(2).PublicKey), nil))(t)
		_, err := w.rescuer(user(2), nil, nil, c.change).Settle(t.Context())
		if err == nil || (c.want != nil && !errors.Is(err, c.want)) {
			t.Errorf("%s: error %v", name, err)
		}
		if now := must(w.client.NonceAt(t.Context(), crypto.PubkeyToAddress(user(2).PublicKey), nil))(t); now != nonce {
			t.Errorf("%s: something was sent", name)
		}
	}
	if s := w.look(); s.Executed != 1 {
		t.Fatalf("%+v", s)
	}
	// A source that lies does not keep an honest one from being asked, and what was read once is kept.
	archive := must(da.OpenArchive(t.TempDir()))(t)
	honest := func(c *Config) { c.Archive = archive }
	must(w.rescuer(user(2), nil, nil, honest).Settle(t.Context()))(t)
	must(w.rescuer(user(2), nil, nil, func(c *Config) { honest(c); c.Blobs = lost{} }).Withdrawals(t.Context(), receiver))(t)
}

// TestForgedAndReplayed: L1 takes neither a batch that says something else than its blocks nor one that it has.
func TestForgedAndReplayed(t *testing.T) {
	w := newWorld(t, rollup.DACalldata)
	w.deposit(user(0), milliEther)
	w.deposit(user(1), milliEther)
	w.later(expiration)
	r := w.rescuer(user(2), nil, nil, nil)
	if err := r.Activate(t.Context()); err != nil {
		t.Fatal(err)
	}
	last := rollup.GenesisBatch(w.begin.Commitment())
	sealed := w.sealNext(user(2), 1)
	forge := func(name, reason string, change func(*store.SealedBatch)) {
		forged := *sealed
		change(&forged)
		c := must(r.settlement(t.Context(), &last, &forged))(t)
		_, err := r.send(t.Context(), "forged "+name, "", *c)
		if !errors.Is(err, txmgr.ErrRefused) || !strings.Contains(err.Error(), reason) {
			t.Errorf("%s: error %v", name, err)
		}
	}
	forge("state", "PublicInputMismatch", func(b *store.SealedBatch) { b.StateAfter[0] ^= 1 })
	forge("logs", "PublicInputMismatch", func(b *store.SealedBatch) { b.Output.L2LogsRoot[0] ^= 1 })
	forge("pubdata", "", func(b *store.SealedBatch) { b.Pubdata = append([]byte{9}, b.Pubdata...) })
	forge("other operations", "PublicInputMismatch", func(b *store.SealedBatch) { b.Output.PriorityOpsHash[0] ^= 1 })
	forge("no operation", "HoldsNoPriorityOperation", func(b *store.SealedBatch) { b.Output.NumL1Txs = 0 })
	forge("a transaction of L2", "HoldsL2Transactions", func(b *store.SealedBatch) { b.Output.NumL2Txs = 1 })
	forge("number", "BatchNumberInvalid", func(b *store.SealedBatch) { b.Number = 2 })
	// A batch with another first operation is consistent in itself, and not what L1 has in its queue.
	if s := w.look(); s.Executed != 0 {
		t.Fatalf("%+v", s)
	}
	must(r.Settle(t.Context()))(t)
	forge("replay", "BatchNumberInvalid", func(*store.SealedBatch) {})
}

// TestPoor: who cannot pay is told so, nothing is left behind, and the same call works when there is money.
func TestPoor(t *testing.T) {
	w := newWorld(t, rollup.DABlobs)
	w.deposit(user(0), milliEther)
	w.later(expiration)
	key := must(crypto.GenerateKey())(t)
	poor := w.rescuer(key, nil, nil, nil)
	check(t, "activation", poor.Activate(t.Context()), ErrFunds)
	w.send(user(1), poor.address, big.NewInt(1e5), nil)
	check(t, "activation", poor.Activate(t.Context()), ErrFunds)
	if err := w.rescuer(user(1), nil, nil, nil).Activate(t.Context()); err != nil {
		t.Fatal(err)
	}
	_, err := poor.Settle(t.Context())
	check(t, "settlement", err, ErrFunds)
	w.send(user(1), poor.address, oneEther, nil)
	must(poor.Settle(t.Context()))(t)
}

// TestL1Lies: a node that shows another queue or other calls than its state holds is found out before anything is sent.
func TestL1Lies(t *testing.T) {
	w := newWorld(t, rollup.DACalldata)
	w.deposit(user(0), milliEther)
	w.operate(1, executed(1))
	w.deposit(user(0), milliEther)
	w.later(expiration)
	if err := w.rescuer(user(1), nil, nil, nil).Activate(t.Context()); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		client L1
		want   error
	}{
		"other call data":    {lyingTx{w.client}, da.ErrMismatch},
		"withheld call data": {withheldTx{w.client}, errWithheld},
	} {
		if _, err := w.rescuer(user(2), c.client, nil, nil).Settle(t.Context()); !errors.Is(err, c.want) {
			t.Errorf("%s: error %v", name, err)
		}
	}
	if s := w.look(); s.Executed != 1 {
		t.Fatalf("%+v", s)
	}
}

type lyingTx struct{ *l1.Client }

func (l lyingTx) TransactionByHash(ctx context.Context, hash common.Hash) (*types.Transaction, bool, error) {
	tx, pending, err := l.Client.TransactionByHash(ctx, hash)
	if err != nil {
		return nil, false, err
	}
	data := append([]byte(nil), tx.Data()...)
	data[len(data)-40] ^= 1
	return types.NewTx(&types.DynamicFeeTx{To: tx.To(), Data: data}), pending, nil
}

type withheldTx struct{ *l1.Client }

var errWithheld = errors.New("the transaction is not told")

func (withheldTx) TransactionByHash(context.Context, common.Hash) (*types.Transaction, bool, error) {
	return nil, false, errWithheld
}

func TestCheck(t *testing.T) {
	w := &world{t: t}
	for name, change := range map[string]func(*Config){
		"contract": func(c *Config) { c.Chain = common.Address{} }, "genesis": func(c *Config) { c.Genesis = nil }, "operations": func(c *Config) { c.MaxOps = 0 },
		"directory":           func(c *Config) { c.State.Dir = "" },
		"too many operations": func(c *Config) { c.MaxOps = batch.MaxPriorityOps + 1 }, "poll": func(c *Config) { c.Poll = 0 }, "archive": func(c *Config) { c.Archive = nil },
	} {
		archive := must(da.OpenArchive(""))(w.t)
		a := common.Address{1}
		cfg := Config{Contracts: Contracts{Bridgehub: a, ChainTypeManager: a, Chain: a, Nullifier: a}, Genesis: &store.Genesis{}, Blobs: lost{}, Archive: archive, State: store.Config{Dir: "state"}, MaxOps: 1, Poll: 1}
		if err := cfg.Check(); err != nil {
			t.Fatal(err)
		}
		change(&cfg)
		if _, err := New(nil, &durable.Memory{}, nil, cfg); err == nil {
			t.Errorf("without %s", name)
		}
	}
}

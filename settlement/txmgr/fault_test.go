package txmgr

import (
	"context"
	"errors"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	devl1 "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/da"
	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/l1"
)

// must gives the value of a call that has to succeed: must(f(x))(t).
func must[T any](v T, err error) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// liar is an L1 whose answers can be bent; nil fields tell the truth.
type liar struct {
	*l1.Client
	baseFee *big.Int                                                                        // of the head
	nonce   func(truth uint64) uint64                                                       // at every block
	receipt func(hash common.Hash, truth *types.Receipt, err error) (*types.Receipt, error) // of a transaction
	final   func(truth l1.Ref) l1.Ref
	refuse  common.Hash // a transaction that no pool takes
	head    *uint64     // blocks after it are not there yet
	tip     *big.Int    // that is suggested
}

func (l *liar) SuggestGasTipCap(ctx context.Context) (*big.Int, error) {
	if l.tip != nil {
		return new(big.Int).Set(l.tip), nil
	}
	return l.Client.SuggestGasTipCap(ctx)
}

func notFound(common.Hash, *types.Receipt, error) (*types.Receipt, error) {
	return nil, ethereum.NotFound
}

func (l *liar) SendTransaction(ctx context.Context, tx *types.Transaction) error {
	if tx.Hash() == l.refuse {
		return answer("transaction type not supported")
	}
	return l.Client.SendTransaction(ctx, tx)
}

// answer is a node's refusal.
type answer string

func (a answer) Error() string  { return string(a) }
func (a answer) ErrorCode() int { return -32000 }

func (l *liar) HeaderByNumber(ctx context.Context, n *big.Int) (*types.Header, error) {
	if l.head != nil && n != nil && n.IsUint64() && n.Uint64() > *l.head {
		return nil, ethereum.NotFound
	}
	if l.head != nil && n == nil {
		return l.Client.HeaderByNumber(ctx, new(big.Int).SetUint64(*l.head))
	}
	h, err := l.Client.HeaderByNumber(ctx, n)
	if err == nil && n == nil && l.baseFee != nil {
		h.BaseFee = l.baseFee
	}
	return h, err
}

func (l *liar) NonceAt(ctx context.Context, a common.Address, n *big.Int) (uint64, error) {
	nonce, err := l.Client.NonceAt(ctx, a, n)
	if err == nil && l.nonce != nil {
		nonce = l.nonce(nonce)
	}
	return nonce, err
}

func (l *liar) TransactionReceipt(ctx context.Context, hash common.Hash) (*types.Receipt, error) {
	r, err := l.Client.TransactionReceipt(ctx, hash)
	if l.receipt != nil {
		return l.receipt(hash, r, err)
	}
	return r, err
}

func (l *liar) Final(ctx context.Context) (l1.Ref, error) {
	ref, err := l.Client.Final(ctx)
	if err == nil && l.final != nil {
		ref = l.final(ref)
	}
	return ref, err
}

func lying(t *testing.T, finality int64) (*devl1.L1, *liar) {
	node, client := startL1(t, finality)
	return node, &liar{Client: client}
}

func submit(t *testing.T, m *Manager, in Intent) {
	t.Helper()
	if err := m.Submit(t.Context(), in); err != nil {
		t.Fatal(err)
	}
}

// finish brings an intent to its end and checks how much the recipient has got in all.
func finish(t *testing.T, node *devl1.L1, client *l1.Client, m *Manager, clock *testClock, key string, want int64) {
	t.Helper()
	for range 20 {
		tick(t, m)
		seal(t, node)
		clock.now = clock.now.Add(time.Minute)
		if state(t, m, key).State == Final {
			break
		}
	}
	if s := state(t, m, key); s.State != Final || received(t, client) != want {
		t.Fatalf("%q is %+v, received %d, want %d; waits for %q", key, s, received(t, client), want, m.Waiting())
	}
}

// A fee spike above the limit holds new transactions back, and those that are sent stay as they are; when it is over, they go on by themselves.
func TestFeeSpike(t *testing.T) {
	node, l := lying(t, 0)
	clock := start()
	cfg := testConfig(clock)
	cfg.MaxFeeWei = big.NewInt(100e9)
	var said []error
	cfg.OnWait = func(err error) { said = append(said, err) }
	m, err := New(l, &durable.Memory{}, KeySigner(devl1.Accounts()[0].Key, cfg.ChainID), cfg)
	if err != nil {
		t.Fatal(err)
	}
	submit(t, m, pay("sent before"))
	tick(t, m)
	l.baseFee = big.NewInt(90e9)
	submit(t, m, pay("too dear"))
	for range 3 {
		clock.now = clock.now.Add(time.Minute)
		tick(t, m)
	}
	if s := state(t, m, "too dear"); s.State != Intended {
		t.Errorf("too dear: %+v", s)
	}
	if s := state(t, m, "sent before"); s.State != Sent || s.Attempts != 1 {
		t.Errorf("sent before: %+v", s)
	}
	if len(said) == 0 || !errors.Is(said[len(said)-1], ErrTooDear) || !strings.Contains(m.Waiting(), "above the limit") {
		t.Errorf("said %v", said)
	}
	l.baseFee = nil
	finish(t, node, l.Client, m, clock, "too dear", 14)
	if said[len(said)-1] != nil || m.Waiting() != "" {
		t.Errorf("still waits: %v", said)
	}
}

// An intent whose offer stays does not hold up the next one.
func TestOfferThatStaysHoldsNobodyUp(t *testing.T) {
	_, l := lying(t, 0)
	clock := start()
	cfg := testConfig(clock)
	cfg.MaxFeeWei = big.NewInt(4e9)
	m, err := New(l, &durable.Memory{}, KeySigner(devl1.Accounts()[0].Key, cfg.ChainID), cfg)
	if err != nil {
		t.Fatal(err)
	}
	submit(t, m, pay("first"))
	tick(t, m)
	for range 10 { // as high as the limit allows
		clock.now = clock.now.Add(time.Minute)
		tick(t, m)
	}
	submit(t, m, pay("second"))
	clock.now = clock.now.Add(time.Minute)
	tick(t, m)
	if s := state(t, m, "second"); s.State != Sent {
		t.Errorf("second: %+v, waits for %q", s, m.Waiting())
	}
}

// Blocks without room are no reason to pay more and more: each replacement doubles what is offered, which 40 of them would make a fortune.
func TestFullBlobMarket(t *testing.T) {
	node, l := lying(t, 0)
	clock := start()
	m := newManager(t, l, &durable.Memory{}, clock)
	data, err := da.Prepare(rollup.DABlobs, []byte("pubdata"))
	if err != nil {
		t.Fatal(err)
	}
	sidecar, err := da.Sidecar(data)
	if err != nil {
		t.Fatal(err)
	}
	submit(t, m, Intent{Key: "blob", To: recipient, Sidecar: sidecar})
	for range 40 {
		tick(t, m)
		clock.now = clock.now.Add(time.Minute)
	}
	r, err := m.load("blob")
	if err != nil {
		t.Fatal(err)
	}
	if r.State != Sent || len(r.Attempts) > 40 {
		t.Fatalf("%v after %d attempts", r.State, len(r.Attempts))
	}
	var last *types.Transaction
	for i := range r.Attempts {
		tx, err := r.attempt(i)
		if err != nil {
			t.Fatal(err)
		}
		if last != nil && (tx.BlobGasFeeCap().Cmp(new(big.Int).Lsh(last.BlobGasFeeCap(), 1)) < 0 || tx.GasTipCap().Cmp(new(big.Int).Lsh(last.GasTipCap(), 1)) < 0) {
			t.Errorf("attempt %d does not double the one before", i)
		}
		last = tx
	}
	if limit := big.NewInt(20e9); last.GasTipCap().Cmp(limit) > 0 || last.BlobGasFeeCap().Cmp(limit) > 0 {
		t.Errorf("offers a tip of %v and %v per blob gas", last.GasTipCap(), last.BlobGasFeeCap())
	}
	if !strings.Contains(m.Waiting(), "does not take it yet") {
		t.Errorf("waits for %q", m.Waiting())
	}
	seal(t, node)
	tick(t, m)
	if s := state(t, m, "blob"); s.State != Final || m.Waiting() != "" {
		t.Errorf("%+v, waits for %q", s, m.Waiting())
	}
}

// A node that is late shows no receipt of a transaction that has used its nonce. Sending it again with another nonce would pay twice.
func TestLateNodeHidesReceipts(t *testing.T) {
	node, l := lying(t, 0)
	clock := start()
	m := newManager(t, l, &durable.Memory{}, clock)
	submit(t, m, pay("a"))
	tick(t, m)
	seal(t, node)
	l.receipt = func(common.Hash, *types.Receipt, error) (*types.Receipt, error) { return nil, ethereum.NotFound }
	for range 5 {
		tick(t, m)
		seal(t, node)
		clock.now = clock.now.Add(time.Minute)
	}
	if s := state(t, m, "a"); s.Nonce != 0 || s.State != Sent || !strings.Contains(m.Waiting(), "shows no receipt") {
		t.Fatalf("%+v, waits for %q", s, m.Waiting())
	}
	l.receipt = nil
	finish(t, node, l.Client, m, clock, "a", 7)
}

// Nonces that are wrong, up or down, neither leave a gap nor repeat anything.
func TestWrongNonces(t *testing.T) {
	node, l := lying(t, 0)
	clock := start()
	m := newManager(t, l, &durable.Memory{}, clock)
	for i, key := range []string{"a", "b", "c"} {
		submit(t, m, pay(key))
		finish(t, node, l.Client, m, clock, key, int64(7*(i+1)))
	}
	for i, lie := range []func(uint64) uint64{
		func(truth uint64) uint64 { return truth + 3 }, func(uint64) uint64 { return 1 << 40 }, func(truth uint64) uint64 { return truth - 2 }, func(uint64) uint64 { return 0 },
	} {
		l.nonce = lie
		key := string(rune('p' + i))
		submit(t, m, pay(key))
		for range 4 {
			tick(t, m)
			seal(t, node)
			clock.now = clock.now.Add(time.Minute)
		}
		l.nonce = nil
		finish(t, node, l.Client, m, clock, key, int64(7*(4+i)))
	}
}

// A receipt of a block that is not canonical any more does not make anything final.
func TestReceiptOfAnotherBranch(t *testing.T) {
	node, l := lying(t, 0)
	clock := start()
	m := newManager(t, l, &durable.Memory{}, clock)
	submit(t, m, pay("a"))
	tick(t, m)
	seal(t, node)
	old := make(map[common.Hash]*types.Receipt)
	l.receipt = func(hash common.Hash, r *types.Receipt, err error) (*types.Receipt, error) {
		if old[hash] == nil && err == nil {
			old[hash] = r
		}
		if old[hash] != nil {
			return old[hash], nil
		}
		return r, err
	}
	l.final = func(l1.Ref) l1.Ref { return l1.Ref{} } // not yet
	tick(t, m)
	if s := state(t, m, "a"); s.State != Mined {
		t.Fatalf("%+v", s)
	}
	if err := node.Rewind(1); err != nil {
		t.Fatal(err)
	}
	l.final = nil
	for range 4 {
		seal(t, node)
		tick(t, m)
		if s := state(t, m, "a"); s.State == Final {
			t.Fatal("final by the receipt of a block that L1 has undone")
		}
	}
	if !strings.Contains(m.Waiting(), "the receipt is of block") {
		t.Errorf("waits for %q", m.Waiting())
	}
	l.receipt = nil
	finish(t, node, l.Client, m, clock, "a", 7)
}

// A final block far in the future makes nothing final that is not on L1, and nothing is lost when it is back at the truth and L1 reorganises.
func TestHeadFarInTheFuture(t *testing.T) {
	node, l := lying(t, 10)
	clock := start()
	m := newManager(t, l, &durable.Memory{}, clock)
	l.final = func(truth l1.Ref) l1.Ref { return l1.Ref{Number: truth.Number + 1e9} }
	submit(t, m, pay("a"))
	for range 3 {
		if err := m.Tick(t.Context()); err != nil && l1.KindOf(err) != l1.Temporary {
			t.Fatal(err)
		}
		seal(t, node)
	}
	l.final = nil
	if err := node.Rewind(1); err != nil {
		t.Fatal(err)
	}
	finish(t, node, l.Client, m, clock, "a", 7)
}

// A clock that was set back does not keep a transaction from being sent again.
func TestClockSetBack(t *testing.T) {
	_, l := lying(t, 0)
	clock := start()
	m := newManager(t, l, &durable.Memory{}, clock)
	submit(t, m, pay("a"))
	tick(t, m)
	clock.now = clock.now.Add(-24 * time.Hour)
	tick(t, m)
	clock.now = clock.now.Add(time.Minute)
	tick(t, m)
	if s := state(t, m, "a"); s.Attempts < 2 {
		t.Errorf("%+v", s)
	}
}

// Another program's transaction waits with our nonce and pays more: there is no bidding against it without end, and the intent goes on with another nonce when that one is used.
func TestForeignTransactionPaysMore(t *testing.T) {
	node, l := lying(t, 0)
	clock := start()
	m := newManager(t, l, &durable.Memory{}, clock)
	submit(t, m, pay("a"))
	id := new(big.Int).SetUint64(l.ID())
	foreign := types.MustSignNewTx(devl1.Accounts()[0].Key, types.LatestSignerForChainID(id), &types.DynamicFeeTx{
		ChainID: id, GasTipCap: big.NewInt(500e9), GasFeeCap: big.NewInt(900e9), Gas: 21000, To: &common.Address{1},
	})
	if err := l.SendTransaction(t.Context(), foreign); err != nil {
		t.Fatal(err)
	}
	for range 10 {
		tick(t, m)
		clock.now = clock.now.Add(time.Minute)
	}
	if s := state(t, m, "a"); s.Attempts > 30 || !strings.Contains(m.Waiting(), "another program") {
		t.Errorf("%+v, waits for %q", s, m.Waiting())
	}
	seal(t, node)
	finish(t, node, l.Client, m, clock, "a", 7)
}

// L1 loses a blob transaction that was final so long ago that its blobs are not kept beside the intent: they are taken from the archive, and the same bytes are sent again.
func TestBlobsFromTheArchive(t *testing.T) {
	node, client := startL1(t, 0)
	seal(t, node)
	before := must(client.Head(t.Context()))(t).Number
	kv := &durable.Memory{}
	manager := func(make MakeSidecar) *Manager {
		cfg := testConfig(start())
		cfg.KeepSidecars, cfg.Sidecar = 1, make
		return must(New(client, kv, KeySigner(devl1.Accounts()[0].Key, client.ID()), cfg))(t)
	}
	m := manager(nil)
	archive := must(da.OpenArchive(""))(t)
	for _, name := range []string{"first", "second"} {
		sidecar := must(da.Sidecar(must(da.Prepare(rollup.DABlobs, []byte(name)))(t)))(t)
		if err := archive.PutSidecar(sidecar); err != nil {
			t.Fatal(err)
		}
		submit(t, m, Intent{Key: name, To: recipient, Sidecar: sidecar})
		tick(t, m)
		seal(t, node)
		tick(t, m)
	}
	was := state(t, m, "first")
	if was.State != Final {
		t.Fatalf("%+v", was)
	}
	if err := node.Rewind(before); err != nil {
		t.Fatal(err)
	}
	seal(t, node) // another branch
	tick(t, m)
	if s := state(t, m, "first"); s.State != Sent || !strings.Contains(m.Waiting(), "not kept any more") {
		t.Fatalf("without an archive: %+v, waits for %q", s, m.Waiting())
	}
	empty := must(da.OpenArchive(""))(t)
	m = manager(empty.Sidecar)
	tick(t, m)
	if !strings.Contains(m.Waiting(), "blob is not in the archive") {
		t.Fatalf("with an archive that has lost them: waits for %q", m.Waiting())
	}
	m = manager(func(context.Context, []common.Hash) (*types.BlobTxSidecar, error) {
		return da.Sidecar(must(da.Prepare(rollup.DABlobs, []byte("other")))(t))
	})
	if err := m.Tick(t.Context()); !errors.Is(err, errRecord) {
		t.Fatalf("with other blobs: %v", err)
	}
	m = manager(archive.Sidecar)
	for range 2 { // one after the other
		tick(t, m)
		seal(t, node)
	}
	tick(t, m)
	for _, name := range []string{"first", "second"} {
		if s := state(t, m, name); s.State != Final || s.Attempts != 1 {
			t.Errorf("%s: %+v, waits for %q", name, s, m.Waiting())
		}
	}
	if s := state(t, m, "first"); s.Tx != was.Tx {
		t.Errorf("transaction %v, was %v", s.Tx, was.Tx)
	}
}

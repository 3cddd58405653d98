package escape

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"log/slog"
	"math/big"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/chain/genesis"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/contracts/bindings"
	"github.com/ashlar-labs/ashlar/contracts/deploy"
	devl1 "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/devnet/l1/chaintest"
	"github.com/ashlar-labs/ashlar/devnet/l1/l1test"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement"
	"github.com/ashlar-labs/ashlar/settlement/da"
	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/l1"
	"github.com/ashlar-labs/ashlar/settlement/operator"
	"github.com/ashlar-labs/ashlar/settlement/prove"
	"github.com/ashlar-labs/ashlar/settlement/stage"
	"github.com/ashlar-labs/ashlar/settlement/txmgr"
	"github.com/ashlar-labs/ashlar/witness"
)

const l2ChainID = chaintest.ChainID

var (
	oneEther   = big.NewInt(1e18)
	milliEther = big.NewInt(1e15)
	expiration = 15 * 24 * time.Hour // more than deploy.DefaultConfig's
)

// world is an L1 with the contracts of a chain that has no node.
type world struct {
	t      *testing.T
	node   *devl1.L1
	client *l1.Client
	chain  *chaintest.Chain
	d      *deploy.Deployment // the chain's
	g      *store.Genesis
	begin  *rollup.ChainState
	scheme rollup.DAScheme
	data   da.Source   // what rescuers read; nil: the blobs that L1 has
	kept   *da.Archive // of a validium: what the operator's node has published
}

func newWorld(t *testing.T, scheme rollup.DAScheme, change ...func(*deploy.Config)) *world {
	t.Helper()
	w := &world{t: t, scheme: scheme, kept: must(da.OpenArchive(t.TempDir()))(t)}
	w.node = l1test.Start(t, 0)
	w.client = l1test.Attach(t, w.node, 0)
	w.chain = chaintest.New(t, w.client, scheme, change...)
	w.d, w.g, w.begin = w.chain.Deployment, w.chain.Genesis, w.chain.State
	return w
}

// native is the guest's program outside of the machine.
type native struct {
	spoil func(common.Hash) (common.Hash, error) // may be nil
}

func (n native) Run(_ context.Context, input []byte) (common.Hash, uint64, error) {
	w, err := witness.Decode(input)
	if err != nil {
		return common.Hash{}, 0, err
	}
	r, err := witness.Execute(w)
	if err != nil {
		return common.Hash{}, 0, err
	}
	if n.spoil != nil {
		out, err := n.spoil(r.PublicInput)
		return out, 1, err
	}
	return r.PublicInput, 1, nil
}

// rescuer has an empty directory, a key and the word of L1.
type rescuer struct {
	*Escape
	address common.Address
	said    []string
}

func (w *world) config() Config {
	archive, err := da.OpenArchive("")
	if err != nil {
		w.t.Fatal(err)
	}
	data := w.data
	if data == nil {
		data = w.node.Blobs()
	}
	return Config{
		Contracts: Contracts{Bridgehub: w.d.Bridgehub, ChainTypeManager: w.d.ChainTypeManager, Chain: w.d.Chain, Nullifier: w.d.Nullifier, StartBlock: w.d.StartBlock},
		Genesis:   w.g, Scheme: w.scheme, Blobs: data, Archive: archive, State: store.Config{Dir: "state", FS: vfs.NewMem()}, Machine: native{}, MaxOps: DefaultMaxOps, Poll: 2 * time.Millisecond,
	}
}

// rescuer makes one; client, kv and change may be nil.
func (w *world) rescuer(key *ecdsa.PrivateKey, client L1, kv durable.KV, change func(*Config)) *rescuer {
	w.t.Helper()
	if client == nil {
		client = w.client
	}
	if kv == nil {
		kv = &durable.Memory{}
	}
	r := &rescuer{}
	cfg := w.config()
	cfg.Say = func(text string) { r.said = append(r.said, text) }
	if change != nil {
		change(&cfg)
	}
	var signer txmgr.Signer
	if key != nil {
		signer, r.address = txmgr.KeySigner(key, w.client.ID()), crypto.PubkeyToAddress(key.PublicKey)
	}
	var err error
	if r.Escape, err = New(client, kv, signer, cfg); err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(func() {
		if err := r.Close(); err != nil {
			w.t.Error(err)
		}
	})
	return r
}

func user(i int) *ecdsa.PrivateKey { return devl1.Accounts()[i].Key }

// send makes a transaction on L1 that has to succeed.
func (w *world) send(key *ecdsa.PrivateKey, to common.Address, value *big.Int, data []byte) {
	w.t.Helper()
	w.chain.Send(w.t, key, to, value, data)
}

func (w *world) await(what string, cond func() bool) {
	w.t.Helper()
	for end := time.Now().Add(2 * time.Minute); !cond(); time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			w.t.Fatalf("%s: not in time", what)
		}
	}
}

// deposit requests a deposit of ETH to the user itself.
func (w *world) deposit(key *ecdsa.PrivateKey, amount *big.Int) {
	w.t.Helper()
	w.chain.Deposit(w.t, key, crypto.PubkeyToAddress(key.PublicKey), amount)
}

// depositToken mints test tokens and requests their deposit.
func (w *world) depositToken(key *ecdsa.PrivateKey, units int64) {
	w.t.Helper()
	to, token := crypto.PubkeyToAddress(key.PublicKey), bindings.NewTestERC20()
	w.send(key, w.d.TestToken, nil, token.PackMint(to, big.NewInt(units)))
	w.send(key, w.d.TestToken, nil, token.PackApprove(w.d.AssetRouter, big.NewInt(units)))
	inner, err := burn.Pack(big.NewInt(units), to, w.d.TestToken)
	if err != nil {
		w.t.Fatal(err)
	}
	outer, err := mustArguments("bytes32", "bytes").Pack(genesis.AssetID(w.client.ID(), w.d.TestToken), inner)
	if err != nil {
		w.t.Fatal(err)
	}
	mint := w.chain.Cost(w.t, 3_000_000)
	w.send(key, w.d.Bridgehub, mint, bindings.NewBridgehub().PackRequestL2TransactionTwoBridges(bindings.L2TransactionRequestTwoBridgesOuter{
		ChainId: big.NewInt(l2ChainID), MintValue: mint, L2Value: new(big.Int), L2GasLimit: big.NewInt(3_000_000), L2GasPerPubdataByteLimit: big.NewInt(800), RefundRecipient: to,
		SecondBridgeAddress: w.d.AssetRouter, SecondBridgeValue: new(big.Int), SecondBridgeCalldata: append([]byte{1}, outer...),
	}))
}

// units is a balance of the test token on L1.
func (w *world) units(owner common.Address) int64 {
	w.t.Helper()
	token := bindings.NewTestERC20()
	out, err := w.client.CallContract(w.t.Context(), ethereum.CallMsg{To: &w.d.TestToken, Data: token.PackBalanceOf(owner)}, nil)
	if err != nil {
		w.t.Fatal(err)
	}
	n, err := token.UnpackBalanceOf(out)
	if err != nil {
		w.t.Fatal(err)
	}
	return n.Int64()
}

func (w *world) wei(owner common.Address) *big.Int {
	w.t.Helper()
	n, err := w.client.BalanceAt(w.t.Context(), owner, nil)
	if err != nil {
		w.t.Fatal(err)
	}
	return n
}

// later lets time pass on L1.
func (w *world) later(d time.Duration) {
	w.t.Helper()
	w.await("an idle L1", func() bool { return w.node.AdvanceTime(d) == nil })
}

func (w *world) look() *Status {
	w.t.Helper()
	s, err := w.rescuer(nil, nil, nil, nil).Look(w.t.Context())
	if err != nil {
		w.t.Fatal(err)
	}
	return s
}

// sealNext makes the batch that comes next, as the operator's node or a rescuer with these machine and key would.
func (w *world) sealNext(key *ecdsa.PrivateKey, most int) *store.SealedBatch {
	w.t.Helper()
	r := w.rescuer(key, nil, nil, nil)
	at, err := r.rebuild(w.t.Context())
	if err != nil {
		w.t.Fatal(err)
	}
	ops, err := r.waiting(w.t.Context(), at.PriorityOps, most)
	if err != nil {
		w.t.Fatal(err)
	}
	sealed, err := r.seal(w.t.Context(), at, ops)
	if err != nil {
		w.t.Fatal(err)
	}
	return sealed
}

// theOperator is a list of sealed batches, which settlement takes to L1.
type theOperator struct {
	first rollup.StoredBatchInfo
	list  []*stage.Batch
}

func (o *theOperator) LastSealed() (uint64, error)           { return uint64(len(o.list)), nil }
func (o *theOperator) Sealed(n uint64) (*stage.Batch, error) { return o.list[n-1], nil }
func (o *theOperator) Genesis() rollup.StoredBatchInfo       { return o.first }

// operate lets an operator settle the first operations that wait as batch 1; until says how far.
func (w *world) operate(most int, until func(operator.Totals) bool) {
	w.t.Helper()
	sealed := w.sealNext(devl1.Operators()[devl1.Committer].Key, most)
	if w.scheme == rollup.DAValidium {
		if err := w.kept.PutPubdata(sealed.Pubdata); err != nil {
			w.t.Fatal(err)
		}
	}
	o := &theOperator{first: rollup.GenesisBatch(w.begin.Commitment()), list: []*stage.Batch{{Batch: sealed.Batch, Pubdata: sealed.Pubdata}}}
	cfg := settlement.DefaultConfig()
	cfg.Chain, cfg.Timelock, cfg.Log = w.d.Chain, w.d.Timelock, slog.New(slog.DiscardHandler)
	cfg.Committer, cfg.Prover, cfg.Executor = chaintest.Signers(w.client.ID())
	archive, err := da.OpenArchive("")
	if err != nil {
		w.t.Fatal(err)
	}
	s, err := settlement.New(w.client, &durable.Memory{}, o, archive, prove.PublicInputs{}, cfg)
	if err != nil {
		w.t.Fatal(err)
	}
	w.await("the operator", func() bool {
		if err := s.Step(w.t.Context()); err != nil && l1.KindOf(err) == l1.Critical {
			w.t.Fatal(err)
		}
		totals, err := operator.Contract{L1: w.client, Chain: w.d.Chain, Timelock: w.d.Timelock}.Totals(w.t.Context(), nil)
		if err != nil {
			w.t.Fatal(err)
		}
		return until(totals)
	})
}

func executed(n uint64) func(operator.Totals) bool {
	return func(t operator.Totals) bool { return t.Executed >= n }
}

func must[T any](v T, err error) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func check(t *testing.T, what string, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Errorf("%s: error %v, want %v", what, err, want)
	}
}

package stf_test

import (
	"crypto/ecdsa"
	"fmt"
	"math/big"
	"math/rand"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/stf/statetest"
	"github.com/ashlar-labs/ashlar/rollup"
)

// world is a set of accounts for random transactions: keys, contracts with random code, and addresses where nothing is.
type world struct {
	rng   *rand.Rand
	keys  []*ecdsa.PrivateKey
	pool  []common.Address
	alloc statetest.Alloc
}

func newWorld(seed int64) *world {
	w := &world{rng: rand.New(rand.NewSource(seed)), alloc: make(statetest.Alloc)}
	for i := range 4 {
		key, _ := crypto.ToECDSA(crypto.Keccak256([]byte{byte(i), 'k'}))
		w.keys = append(w.keys, key)
		w.pool = append(w.pool, crypto.PubkeyToAddress(key.PublicKey))
	}
	for i := range 8 {
		w.pool = append(w.pool, common.Address{0xc0, 19: byte(i + 1)})
	}
	w.pool = append(w.pool, common.Address{19: 1}, common.Address{19: 4}, common.Address{0xee})
	for i, a := range w.pool[:12] {
		x := &statetest.AllocAccount{Balance: *uint256.NewInt(1e18), Storage: map[common.Hash]common.Hash{}}
		if i >= 4 {
			x.Nonce, x.Balance, x.Code = 1, *uint256.NewInt(uint64(w.rng.Intn(3))), w.program(6)
			for s := range w.rng.Intn(4) {
				x.Storage[common.Hash{31: byte(s)}] = common.Hash{31: byte(1 + w.rng.Intn(3))}
			}
		}
		w.alloc[a] = x
	}
	return w
}

func (w *world) address() common.Address { return w.pool[w.rng.Intn(len(w.pool))] }

// program is random code of n pieces. What pieces find out goes to storage, gas left included, so that any deviation shows in the state.
func (w *world) program(n int) (code []byte) {
	for range n {
		code = append(code, w.piece(n)...)
	}
	switch w.rng.Intn(12) {
	case 0:
		return append(code, 0x5f, 0x5f, 0xfd) // REVERT
	case 1:
		return append(code, 0xfe) // INVALID
	case 2:
		return append(append(append(code, 0x73), w.addressBytes()...), 0xff) // SELFDESTRUCT
	}
	return append(code, 0x60, byte(w.rng.Intn(64)), 0x5f, 0xf3)
}

func (w *world) addressBytes() []byte { a := w.address(); return a[:] }

func (w *world) piece(n int) []byte {
	slot, value := byte(w.rng.Intn(5)), byte(w.rng.Intn(3))
	keep := []byte{0x60, slot, 0x55} // store the top of the stack
	to := append([]byte{0x73}, w.addressBytes()...)
	switch w.rng.Intn(16) {
	case 0, 1, 2:
		return []byte{0x60, value, 0x60, slot, 0x55} // SSTORE
	case 3:
		return append([]byte{0x60, byte(w.rng.Intn(5)), 0x54}, keep...) // SLOAD
	case 4:
		return append([]byte{0x60, value, 0x60, slot, 0x5d, 0x60, byte(w.rng.Intn(5)), 0x5c}, keep...) // TSTORE, TLOAD
	case 5, 6:
		return append(append(append([]byte{0x5f, 0x5f, 0x5f, 0x5f, 0x60, value & 1}, to...), 0x5a, 0xf1), keep...) // CALL
	case 7:
		return append(append(append([]byte{0x5f, 0x5f, 0x5f, 0x5f}, to...), 0x5a, 0xf4), keep...) // DELEGATECALL
	case 8:
		return append(append(append([]byte{0x5f, 0x5f, 0x5f, 0x5f}, to...), 0x5a, 0xfa), keep...) // STATICCALL
	case 9, 10:
		return append(w.create(n), keep...)
	case 11:
		return append(append(to, []byte{0x31, 0x3f, 0x3b}[w.rng.Intn(3)]), keep...) // BALANCE, EXTCODEHASH, EXTCODESIZE
	case 12:
		return []byte{0x60, value, 0x60, slot, 0x5f, 0xa1} // LOG1
	case 13:
		return append([]byte{0x5a}, keep...) // GAS
	case 14:
		return append([]byte{0x60, byte(w.rng.Intn(12)), 0x43, 0x03, 0x40}, keep...) // BLOCKHASH
	default:
		return append([]byte{[]byte{0x3a, 0x48, 0x41, 0x44, 0x4a, 0x45, 0x46, 0x32, 0x47}[w.rng.Intn(9)]}, keep...)
	}
}

// create is CREATE or CREATE2 with up to 32 bytes of random init code.
func (w *world) create(n int) []byte {
	if n < 3 {
		return []byte{0x5a}
	}
	init := w.program(n / 3)
	init = init[:min(32, len(init))]
	code := append([]byte{0x7f}, common.RightPadBytes(init, 32)...)
	code = append(code, 0x5f, 0x52) // MSTORE at 0
	if w.rng.Intn(2) == 0 {
		return append(code, 0x60, byte(len(init)), 0x5f, 0x60, byte(w.rng.Intn(2)), 0xf0)
	}
	return append(code, 0x60, byte(w.rng.Intn(2)), 0x60, byte(len(init)), 0x5f, 0x5f, 0xf5)
}

// transaction is a random signed transaction of any type the fork has; some are invalid.
func (w *world) transaction(fork rollup.Fork, nonces map[common.Address]uint64) *types.Transaction {
	key := w.keys[w.rng.Intn(len(w.keys))]
	from := crypto.PubkeyToAddress(key.PublicKey)
	nonce := nonces[from]
	if w.rng.Intn(20) == 0 {
		nonce += uint64(w.rng.Intn(3)) - 1
	}
	gas := uint64(21000 + w.rng.Intn(400_000))
	if w.rng.Intn(30) == 0 {
		gas = uint64(w.rng.Intn(40_000_000))
	}
	var to *common.Address
	data := make([]byte, w.rng.Intn(3)*w.rng.Intn(200))
	w.rng.Read(data)
	if a := w.address(); w.rng.Intn(6) > 0 {
		to = &a
	} else {
		data = w.program(6)
	}
	value := big.NewInt(int64(w.rng.Intn(3)))
	list := types.AccessList{{Address: w.address(), StorageKeys: []common.Hash{{31: 1}, {31: 2}}}}[:w.rng.Intn(2)]
	tip, cap := big.NewInt(int64(w.rng.Intn(5))), big.NewInt(int64(6+w.rng.Intn(20)))
	var data0 types.TxData
	kind := w.rng.Intn(4)
	switch {
	case kind == 0:
		data0 = &types.LegacyTx{Nonce: nonce, GasPrice: cap, Gas: gas, To: to, Value: value, Data: data}
	case kind == 1:
		data0 = &types.AccessListTx{ChainID: big.NewInt(1), Nonce: nonce, GasPrice: cap, Gas: gas, To: to, Value: value, Data: data, AccessList: list}
	case kind == 2 || fork < rollup.ForkPrague || to == nil:
		data0 = &types.DynamicFeeTx{ChainID: big.NewInt(1), Nonce: nonce, GasTipCap: tip, GasFeeCap: cap, Gas: gas, To: to, Value: value, Data: data, AccessList: list}
	default:
		data0 = &types.SetCodeTx{ChainID: uint256.NewInt(1), Nonce: nonce, GasTipCap: uint256.MustFromBig(tip), GasFeeCap: uint256.MustFromBig(cap), Gas: gas + 60_000,
			To: *to, Value: uint256.MustFromBig(value), Data: data, AccessList: list, AuthList: w.authorizations(nonces)}
	}
	signer := types.NewPragueSigner(big.NewInt(1))
	return types.MustSignNewTx(key, signer, data0)
}

func (w *world) authorizations(nonces map[common.Address]uint64) (list []types.SetCodeAuthorization) {
	for range w.rng.Intn(4) {
		key := w.keys[w.rng.Intn(len(w.keys))]
		a := types.SetCodeAuthorization{
			ChainID: *uint256.NewInt(uint64(w.rng.Intn(3) % 3)), Address: w.address(), Nonce: nonces[crypto.PubkeyToAddress(key.PublicKey)] + uint64(w.rng.Intn(2)),
		}
		if w.rng.Intn(4) == 0 {
			a.Address = common.Address{}
		}
		a, _ = types.SignSetCode(key, a)
		if w.rng.Intn(8) == 0 {
			a.V = byte(w.rng.Intn(4))
		}
		list = append(list, a)
	}
	return list
}

// reference is the same state in go-ethereum.
type reference struct {
	db  *state.StateDB
	evm *vm.EVM
	gp  *core.GasPool
	env rollup.BlockEnv
}

func newReference(t *testing.T, w *world, cfg *rollup.ChainConfig, env rollup.BlockEnv, chain *rollup.ChainState) *reference {
	t.Helper()
	store := state.NewDatabaseForTesting()
	db, err := state.New(types.EmptyRootHash, store)
	if err != nil {
		t.Fatal(err)
	}
	for address, a := range w.alloc {
		db.SetCode(address, a.Code, tracing.CodeChangeUnspecified)
		db.SetNonce(address, a.Nonce, tracing.NonceChangeUnspecified)
		db.SetBalance(address, &a.Balance, tracing.BalanceChangeUnspecified)
		for k, v := range a.Storage {
			db.SetState(address, k, v)
		}
	}
	root, err := db.Commit(params.Rules{}, 0)
	if err != nil {
		t.Fatal(err)
	}
	if db, err = state.New(root, store); err != nil {
		t.Fatal(err)
	}
	context := vm.BlockContext{
		CanTransfer: core.CanTransfer, Transfer: core.Transfer, GetHash: chain.BlockHash, Coinbase: env.Coinbase, GasLimit: env.GasLimit,
		BlockNumber: new(big.Int).SetUint64(env.Number), Time: env.Timestamp, Difficulty: new(big.Int), BaseFee: env.BaseFee.ToBig(), BlobBaseFee: big.NewInt(1), Random: &env.PrevRandao,
	}
	return &reference{db: db, evm: vm.NewEVM(context, db, cfg.EVM(), vm.Config{}), gp: core.NewGasPool(env.GasLimit), env: env}
}

func (r *reference) apply(tx *types.Transaction, index int) (*core.ExecutionResult, []*types.Log, error) {
	msg, err := core.TransactionToMessage(tx, types.LatestSigner(r.evm.ChainConfig()), r.env.BaseFee.ToBig())
	if err != nil {
		return nil, nil, err
	}
	r.db.SetTxContext(tx.Hash(), index, 0)
	snapshot, pool := r.db.Snapshot(), *r.gp
	res, err := core.ApplyMessage(r.evm, msg, r.gp)
	if err != nil {
		r.db.RevertToSnapshot(snapshot)
		*r.gp = pool
		return nil, nil, err
	}
	r.db.Finalise(r.evm.GetRules())
	return res, r.db.GetLogs(tx.Hash(), r.env.Number, common.Hash{}, r.env.Timestamp), nil
}

func TestMatchesGeth(t *testing.T) {
	included, refused, failed := 0, 0, 0
	for seed := range int64(60) {
		for _, fork := range []rollup.Fork{rollup.ForkCancun, rollup.ForkPrague, rollup.ForkOsaka} {
			a, b, c := compareWithGeth(t, seed, fork)
			included, refused, failed = included+a, refused+b, failed+c
		}
	}
	t.Logf("%d transactions, %d of them failed, %d refused", included, failed, refused)
	if included < 1000 || refused < 100 || failed < 100 {
		t.Error("too few cases of a kind")
	}
}

func compareWithGeth(t *testing.T, seed int64, fork rollup.Fork) (included, refused, failed int) {
	t.Helper()
	w := newWorld(seed)
	cfg := &rollup.ChainConfig{ChainID: 1, Fork: fork, BlockGasLimit: 100_000_000}
	env := rollup.BlockEnv{Number: 7, Timestamp: 1000, GasLimit: 30_000_000, Coinbase: common.Address{0xfe}, PrevRandao: common.Hash{9}, BaseFee: *uint256.NewInt(7)}
	if seed%3 == 0 {
		env.Coinbase = w.pool[5]
	}
	chain := &rollup.ChainState{LastBlock: 6, LastTimestamp: 999}
	for i := range 6 {
		chain.BlockHashes[255-i] = common.Hash{byte(i + 1)}
	}
	ref := newReference(t, w, cfg, env, chain)
	b, err := stf.NewBuilder(cfg, env, chain, w.alloc)
	if err != nil {
		t.Fatal(err)
	}
	nonces := make(map[common.Address]uint64)
	for i := range 25 {
		tx := w.transaction(fork, nonces)
		name := fmt.Sprintf("seed %d fork %d transaction %d (type %d)", seed, fork, i, tx.Type())
		want, logs, wantErr := ref.apply(tx, b.Len())
		raw, _ := tx.MarshalBinary()
		ours, err := stf.DecodeTx(raw, cfg)
		var got *stf.Receipt
		if err == nil {
			got, err = b.Apply(ours)
		}
		if (err == nil) != (wantErr == nil) {
			t.Fatalf("%s: error %v, want %v", name, err, wantErr)
		}
		if err != nil {
			if err.Error() != wantErr.Error() && !sameKind(err, wantErr) {
				t.Fatalf("%s: error %q, want %q", name, err, wantErr)
			}
			refused++
			continue
		}
		included++
		if want.Failed() {
			failed++
		}
		compareReceipt(t, name, got, want, logs)
		for _, key := range w.keys {
			a := crypto.PubkeyToAddress(key.PublicKey)
			nonces[a] = ref.db.GetNonce(a)
		}
	}
	res, err := b.Finish()
	if err != nil {
		t.Fatal(err)
	}
	root, err := ref.db.Commit(ref.evm.GetRules(), 7)
	if err != nil {
		t.Fatal(err)
	}
	post, err := w.alloc.After(&res.Diff)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := post.Root(); err != nil || got != root {
		t.Fatalf("seed %d fork %d: state root %x, want %x (%v)", seed, fork, got, root, err)
	}
	return included, refused, failed
}

// sameKind compares the sentinels, whose texts stand first.
func sameKind(a, b error) bool {
	head := func(err error) string {
		s := err.Error()
		for i := range s {
			if s[i] == ':' || s[i] == '(' {
				return s[:i]
			}
		}
		return s
	}
	return head(a) == head(b)
}

func compareReceipt(t *testing.T, name string, got *stf.Receipt, want *core.ExecutionResult, logs []*types.Log) {
	t.Helper()
	if got.GasUsed != want.UsedGas || (got.Status == 0) != want.Failed() {
		t.Fatalf("%s: status %d gas %d (%s), want failed %v gas %d (%v)", name, got.Status, got.GasUsed, got.Failure, want.Failed(), want.UsedGas, want.Err)
	}
	if want.Err != nil && got.Failure != want.Err.Error() {
		t.Fatalf("%s: failure %q, want %q", name, got.Failure, want.Err)
	}
	if len(got.Logs) != len(logs) {
		t.Fatalf("%s: %d logs, want %d", name, len(got.Logs), len(logs))
	}
	for i, l := range logs {
		g := got.Logs[i]
		if g.Address != l.Address || g.Index != l.Index || g.TxIndex != l.TxIndex || g.TxHash != l.TxHash || g.Topics[0] != l.Topics[0] || string(g.Data) != string(l.Data) || g.BlockNumber != l.BlockNumber {
			t.Fatalf("%s: log %d: %v, want %v", name, i, g, l)
		}
	}
	ref := &types.Receipt{Type: got.Type, Status: got.Status, CumulativeGasUsed: got.CumulativeGasUsed, Logs: logs}
	ref.Bloom = types.CreateBloom(ref)
	enc, err := ref.MarshalBinary()
	if err != nil || string(enc) != string(got.Consensus()) {
		t.Fatalf("%s: receipt %x, want %x (%v)", name, got.Consensus(), enc, err)
	}
}

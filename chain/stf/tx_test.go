package stf_test

import (
	"bytes"
	"errors"
	"math/big"
	"math/rand"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/rollup"
)

var prague = &rollup.ChainConfig{ChainID: 1, Fork: rollup.ForkPrague, BlockGasLimit: 30_000_000}

// compareDecoding holds DecodeTx against go-ethereum's decoder and signer. It reports acceptance.
func compareDecoding(t *testing.T, raw []byte) bool {
	t.Helper()
	if len(raw) > 0 && (raw[0] == rollup.PriorityTxType || raw[0] == rollup.UpgradeTxType) {
		return false // not Ethereum's
	}
	var want types.Transaction
	wantErr := want.UnmarshalBinary(raw)
	var sender common.Address
	if wantErr == nil {
		sender, wantErr = types.Sender(types.NewPragueSigner(big.NewInt(1)), &want)
	}
	got, err := stf.DecodeTx(raw, prague)
	var from common.Address
	if err == nil {
		from, err = got.Sender()
	}
	if wantErr == nil && (want.Type() == types.BlobTxType || want.Value().BitLen() > 256 || want.GasFeeCap().BitLen() > 256 || want.GasTipCap().BitLen() > 256) {
		if err == nil {
			t.Fatalf("%x: accepted against the rule", raw)
		}
		return false
	}
	if (err == nil) != (wantErr == nil) {
		t.Fatalf("%x: error %v, want %v", raw, err, wantErr)
	}
	if err != nil {
		return false
	}
	sameTo := (got.To() == nil) == (want.To() == nil) && (got.To() == nil || *got.To() == *want.To())
	if from != sender || got.Hash() != want.Hash() || got.Type() != want.Type() || got.Nonce() != want.Nonce() || got.GasLimit() != want.Gas() || !sameTo ||
		got.GasFeeCap().ToBig().Cmp(want.GasFeeCap()) != 0 || got.GasTipCap().ToBig().Cmp(want.GasTipCap()) != 0 || got.Value().ToBig().Cmp(want.Value()) != 0 ||
		!bytes.Equal(got.Data(), want.Data()) || len(got.AccessList()) != len(want.AccessList()) || got.AccessList().StorageKeys() != want.AccessList().StorageKeys() ||
		len(got.Authorizations()) != len(want.SetCodeAuthorizations()) {
		t.Fatalf("%x: decoded differently", raw)
	}
	for i, a := range want.SetCodeAuthorizations() {
		if got.Authorizations()[i] != a {
			t.Fatalf("%x: authorization %d differs", raw, i)
		}
	}
	back, err := got.Geth()
	if err != nil || back.Hash() != want.Hash() || !bytes.Equal(got.Raw(), raw) {
		t.Fatalf("%x: no round trip (%v)", raw, err)
	}
	return true
}

// seeds are transactions of every type.
func seeds() (raws [][]byte) {
	w := newWorld(1)
	for range 60 {
		raw, _ := w.transaction(rollup.ForkPrague, nil).MarshalBinary()
		raws = append(raws, raw)
	}
	unprotected, _ := types.MustSignNewTx(w.keys[0], types.HomesteadSigner{}, &types.LegacyTx{Nonce: 3, GasPrice: big.NewInt(9), Gas: 21000, To: &w.pool[1]}).MarshalBinary()
	otherChain, _ := types.MustSignNewTx(w.keys[0], types.NewLondonSigner(big.NewInt(2)), &types.LegacyTx{Nonce: 3, GasPrice: big.NewInt(9), Gas: 21000, To: &w.pool[1]}).MarshalBinary()
	blob, _ := types.MustSignNewTx(w.keys[0], types.NewCancunSigner(big.NewInt(1)), &types.BlobTx{
		ChainID: uint256.NewInt(1), Gas: 21000, BlobHashes: []common.Hash{{1}}, Value: new(uint256.Int), GasFeeCap: new(uint256.Int), GasTipCap: new(uint256.Int), BlobFeeCap: new(uint256.Int),
	}).MarshalBinary()
	return append(raws, unprotected, otherChain, blob)
}

func TestDecodeTxMatchesGeth(t *testing.T) {
	rng := rand.New(rand.NewSource(3))
	accepted, total := 0, 0
	for _, raw := range seeds() {
		for range 200 {
			mutated := bytes.Clone(raw)
			for range rng.Intn(3) {
				switch at := rng.Intn(len(mutated)); rng.Intn(4) {
				case 0:
					mutated[at] ^= 1 << rng.Intn(8)
				case 1:
					mutated = append(mutated[:at:at], mutated[at+1:]...)
				case 2:
					mutated = append(mutated[:at:at], append([]byte{byte(rng.Intn(256))}, mutated[at:]...)...)
				default:
					mutated[at] = []byte{0, 0x80, 0x81, 0xb8, 0xc0, 0xc1, 0xf8, 0xff}[rng.Intn(8)]
				}
				if len(mutated) == 0 {
					mutated = []byte{0xc0}
				}
			}
			total++
			if compareDecoding(t, mutated) {
				accepted++
			}
		}
	}
	if accepted < 1000 || total-accepted < 1000 {
		t.Errorf("accepted %d of %d", accepted, total)
	}
}

func FuzzDecodeTx(f *testing.F) {
	for _, raw := range seeds() {
		f.Add(raw)
	}
	f.Add((&rollup.CanonicalTx{Type: rollup.PriorityTxType, Data: []byte{1}}).Raw())
	f.Fuzz(func(t *testing.T, raw []byte) {
		if compareDecoding(t, raw) {
			return
		}
		tx, err := stf.DecodeTx(raw, prague)
		if err == nil && tx.Canonical() != nil && (!bytes.Equal(tx.Canonical().Raw(), raw) || tx.Hash() != tx.Canonical().Hash()) {
			t.Fatalf("%x: no round trip", raw)
		}
	})
}

func TestDecodeTxRejects(t *testing.T) {
	key, _ := crypto.ToECDSA(crypto.Keccak256([]byte("key")))
	order := crypto.S256().Params().N
	legacy := func(change func(*types.LegacyTx)) []byte {
		signed := types.MustSignNewTx(key, types.NewPragueSigner(big.NewInt(1)), &types.LegacyTx{Nonce: 1, GasPrice: big.NewInt(9), Gas: 21000, To: &common.Address{1}, Value: new(big.Int)})
		v, r, s := signed.RawSignatureValues()
		tx := &types.LegacyTx{Nonce: 1, GasPrice: big.NewInt(9), Gas: 21000, To: &common.Address{1}, Value: new(big.Int), V: v, R: r, S: s}
		change(tx)
		raw, err := rlp.EncodeToBytes(tx)
		if err != nil {
			t.Fatal(err)
		}
		return raw
	}
	plain := legacy(func(*types.LegacyTx) {})
	huge := new(big.Int).Lsh(big.NewInt(1), 256)
	setCode, _ := types.MustSignNewTx(key, types.NewPragueSigner(big.NewInt(1)), &types.SetCodeTx{ChainID: uint256.NewInt(1), Value: new(uint256.Int), GasFeeCap: new(uint256.Int), GasTipCap: new(uint256.Int)}).MarshalBinary()
	blob := seeds()[len(seeds())-1]
	upgrade := rollup.CanonicalTx{Type: rollup.UpgradeTxType, From: rollup.ForceDeployerAddress}
	paying := upgrade
	paying.MaxFeePerGas.SetUint64(1)
	foreign := upgrade
	foreign.From = common.Address{1}
	cancun := *prague
	cancun.Fork = rollup.ForkCancun
	for name, c := range map[string]struct {
		raw  []byte
		cfg  *rollup.ChainConfig
		want error
	}{
		"empty":              {nil, prague, stf.ErrTxEncoding},
		"only a type":        {[]byte{2}, prague, stf.ErrTxEncoding},
		"type 5":             {[]byte{5, 0xc0}, prague, stf.ErrTxType},
		"string":             {[]byte{0x83, 1, 2, 3}, prague, stf.ErrTxType},
		"blob":               {blob, prague, stf.ErrBlobTx},
		"set code on Cancun": {setCode, &cancun, stf.ErrTxType},
		"trailing byte":      {append(bytes.Clone(plain), 0), prague, stf.ErrTxEncoding},
		"cut off":            {plain[:len(plain)-1], prague, stf.ErrTxEncoding},
		"other chain":        {legacy(func(x *types.LegacyTx) { x.V = big.NewInt(39) }), prague, stf.ErrInvalidChainID},
		"v 29":               {legacy(func(x *types.LegacyTx) { x.V = big.NewInt(29) }), prague, stf.ErrInvalidSignature},
		"v 0":                {legacy(func(x *types.LegacyTx) { x.V = new(big.Int) }), prague, stf.ErrInvalidSignature},
		"high s":             {legacy(func(x *types.LegacyTx) { x.S = new(big.Int).Sub(order, x.S) }), prague, stf.ErrInvalidSignature},
		"r zero":             {legacy(func(x *types.LegacyTx) { x.R = new(big.Int) }), prague, stf.ErrInvalidSignature},
		"r is the order":     {legacy(func(x *types.LegacyTx) { x.R = order }), prague, stf.ErrInvalidSignature},
		"value above 2^256":  {legacy(func(x *types.LegacyTx) { x.Value = huge }), prague, stf.ErrTxEncoding},
		"price above 2^256":  {legacy(func(x *types.LegacyTx) { x.GasPrice = huge }), prague, stf.ErrTxEncoding},
		"operation cut off":  {upgrade.Raw()[:100], prague, rollup.ErrEncoding},
		"upgrade with a fee": {paying.Raw(), prague, stf.ErrUpgradeTxForm},
		"upgrade by another": {foreign.Raw(), prague, stf.ErrUpgradeTxForm},
	} {
		if _, err := stf.DecodeTx(c.raw, c.cfg); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
	if _, err := stf.DecodeTx(plain, prague); err != nil {
		t.Errorf("the unchanged transaction: %v", err)
	}
	if _, err := stf.DecodeTx(upgrade.Raw(), prague); err != nil {
		t.Errorf("the unchanged upgrade: %v", err)
	}
}

package stf

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/rollup"
)

// DecodeTx decodes a transaction of any type and checks everything that needs no state, except that the signature gives a sender: Sender does that.
// What go-ethereum's decoder and signer accept is accepted and nothing else, but for blob transactions, for types that the chain's fork does not have, and for amounts
// above 256 bits, which are refused here.
func DecodeTx(raw []byte, cfg *rollup.ChainConfig) (*Tx, error) {
	if len(raw) == 0 {
		return nil, fmt.Errorf("no bytes: %w", ErrTxEncoding)
	}
	t := &Tx{raw: raw, typ: raw[0]}
	var err error
	switch {
	case raw[0] >= 0xc0:
		t.typ = types.LegacyTxType
		err = t.decodeLegacy(cfg)
	case raw[0] == types.AccessListTxType || raw[0] == types.DynamicFeeTxType:
		err = t.decodeTyped(cfg)
	case raw[0] == types.SetCodeTxType && cfg.Fork >= rollup.ForkPrague:
		err = t.decodeTyped(cfg)
	case raw[0] == types.BlobTxType:
		return nil, ErrBlobTx
	case raw[0] == rollup.PriorityTxType || raw[0] == rollup.UpgradeTxType:
		return t, t.decodeCanonical()
	default:
		return nil, fmt.Errorf("type %#x: %w", raw[0], ErrTxType)
	}
	if err != nil {
		return nil, fmt.Errorf("transaction type %d: %w", t.typ, err)
	}
	t.hash = crypto.Keccak256Hash(raw)
	return t, nil
}

func (t *Tx) decodeCanonical() error {
	c, err := rollup.DecodeCanonicalTx(t.raw)
	if err != nil {
		return err
	}
	if t.IsUpgrade() && (c.From != rollup.ForceDeployerAddress || !c.MaxFeePerGas.IsZero()) {
		return ErrUpgradeTxForm
	}
	t.canonical, t.sender, t.hasSender = c, c.From, true
	t.nonce, t.gas, t.feeCap, t.tipCap = c.Nonce, c.GasLimit, c.MaxFeePerGas, c.MaxPriorityFeePerGas
	t.to, t.value, t.data = &c.To, c.Value, c.Data
	t.hash = crypto.Keccak256Hash(t.raw[1:])
	return nil
}

// decodeLegacy reads rlp[nonce, gasPrice, gas, to, value, data, v, r, s] with v as in EIP-155 or 27, 28.
func (t *Tx) decodeLegacy(cfg *rollup.ChainConfig) error {
	outer := rlpReader{data: t.raw}
	f := outer.list()
	outer.end()
	payload := f.data
	t.nonce = f.uint64()
	t.feeCap = f.uint256()
	t.tipCap = t.feeCap
	t.gas = f.uint64()
	t.to = f.optionalAddress()
	t.value = f.uint256()
	t.data = f.bytes()
	signed := payload[:len(payload)-len(f.data)]
	v := f.uint256()
	t.r, t.s = f.uint256(), f.uint256()
	f.end()
	if outer.err != nil || f.err != nil {
		return firstError(outer.err, f.err)
	}
	var tail []byte
	switch {
	case v.IsUint64() && (v.Uint64() == 27 || v.Uint64() == 28):
		t.recovery = byte(v.Uint64() - 27)
	case v.LtUint64(35):
		return ErrInvalidSignature
	default:
		parity, err := eip155Parity(&v, cfg.ChainID)
		if err != nil {
			return err
		}
		t.recovery = parity
		tail = append(appendRLPUint64(nil, cfg.ChainID), 0x80, 0x80)
	}
	t.signed = [][]byte{appendRLPHeader(nil, 0xc0, len(signed)+len(tail)), signed, tail}
	return t.checkSignature()
}

// eip155Parity splits v = 2·chainID + 35 + parity.
func eip155Parity(v *uint256.Int, chainID uint64) (byte, error) {
	base := new(uint256.Int).Lsh(uint256.NewInt(chainID), 1)
	base.AddUint64(base, 35)
	parity := new(uint256.Int).Sub(v, base)
	if v.Lt(base) || parity.GtUint64(1) {
		return 0, fmt.Errorf("v %s: %w", v, ErrInvalidChainID)
	}
	return byte(parity.Uint64()), nil
}

// decodeTyped reads EIP-2930, EIP-1559 and EIP-7702 transactions:
// type ‖ rlp[chainId, nonce, (gasPrice | tip, cap), gas, to, value, data, accessList, (authorizations), parity, r, s].
func (t *Tx) decodeTyped(cfg *rollup.ChainConfig) error {
	outer := rlpReader{data: t.raw[1:]}
	f := outer.list()
	outer.end()
	payload := f.data
	chainID := f.uint256()
	t.nonce = f.uint64()
	t.tipCap = f.uint256()
	t.feeCap = t.tipCap
	if t.typ != types.AccessListTxType {
		t.feeCap = f.uint256()
	}
	t.gas = f.uint64()
	if t.typ == types.SetCodeTxType {
		to := f.address()
		t.to = &to
	} else {
		t.to = f.optionalAddress()
	}
	t.value = f.uint256()
	t.data = f.bytes()
	t.accessList = f.accessList()
	if t.typ == types.SetCodeTxType {
		t.auths = f.authorizations()
	}
	signed := payload[:len(payload)-len(f.data)]
	v := f.uint256()
	t.r, t.s = f.uint256(), f.uint256()
	f.end()
	if outer.err != nil || f.err != nil {
		return firstError(outer.err, f.err)
	}
	if !chainID.IsUint64() || chainID.Uint64() != cfg.ChainID {
		return fmt.Errorf("chain id %s: %w", &chainID, ErrInvalidChainID)
	}
	if v.GtUint64(1) {
		return ErrInvalidSignature
	}
	t.recovery = byte(v.Uint64())
	t.signed = [][]byte{appendRLPHeader([]byte{t.typ}, 0xc0, len(signed)), signed}
	return t.checkSignature()
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// accessList reads rlp[[address, [slot, …]], …]. The result is never nil: an empty list counts as a list.
func (r *rlpReader) accessList() types.AccessList {
	outer := r.list()
	list := make(types.AccessList, 0, len(outer.data)/24)
	for len(outer.data) > 0 && outer.err == nil {
		entry := outer.list()
		tuple := types.AccessTuple{Address: entry.address()}
		keys := entry.list()
		tuple.StorageKeys = make([]common.Hash, 0, len(keys.data)/33)
		for len(keys.data) > 0 && keys.err == nil {
			tuple.StorageKeys = append(tuple.StorageKeys, keys.hash())
		}
		entry.end()
		list = append(list, tuple)
		outer.err = firstError(outer.err, entry.err, keys.err)
	}
	r.err = firstError(r.err, outer.err)
	return list
}

// authorizations reads rlp[[chainId, address, nonce, parity, r, s], …].
func (r *rlpReader) authorizations() []types.SetCodeAuthorization {
	outer := r.list()
	list := make([]types.SetCodeAuthorization, 0, len(outer.data)/27)
	for len(outer.data) > 0 && outer.err == nil {
		entry := outer.list()
		a := types.SetCodeAuthorization{ChainID: entry.uint256(), Address: entry.address(), Nonce: entry.uint64()}
		if v := entry.number(1); len(v) == 1 {
			a.V = v[0]
		}
		a.R, a.S = entry.uint256(), entry.uint256()
		entry.end()
		list = append(list, a)
		outer.err = firstError(outer.err, entry.err)
	}
	r.err = firstError(r.err, outer.err)
	return list
}

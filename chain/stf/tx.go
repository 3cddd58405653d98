package stf

import (
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/rollup"
)

// Tx is a decoded transaction of any type. It is not changed after decoding, except that the sender is computed once; it aliases the raw bytes.
type Tx struct {
	raw  []byte
	hash common.Hash
	typ  byte

	nonce      uint64
	gas        uint64
	feeCap     uint256.Int
	tipCap     uint256.Int
	to         *common.Address
	value      uint256.Int
	data       []byte
	accessList types.AccessList
	auths      []types.SetCodeAuthorization

	signed    [][]byte // parts whose concatenation is hashed for signing
	recovery  byte     // 0 or 1
	r, s      uint256.Int
	sender    common.Address
	senderErr error
	hasSender bool

	canonical *rollup.CanonicalTx // of priority operations and upgrades
}

// Raw is the transaction as it stands in a block.
func (t *Tx) Raw() []byte { return t.raw }

// Hash is the transaction's hash: Ethereum's, or that of the L1 operation.
func (t *Tx) Hash() common.Hash { return t.hash }

// Type is the type byte.
func (t *Tx) Type() byte { return t.typ }

// Nonce is the sender's nonce, or the number of a priority operation in its queue.
func (t *Tx) Nonce() uint64 { return t.nonce }

// GasLimit is in gas.
func (t *Tx) GasLimit() uint64 { return t.gas }

// GasFeeCap is the most that the sender pays per gas, in wei.
func (t *Tx) GasFeeCap() *uint256.Int { return new(uint256.Int).Set(&t.feeCap) }

// GasTipCap is the most that the sender pays above the base fee, in wei per gas.
func (t *Tx) GasTipCap() *uint256.Int { return new(uint256.Int).Set(&t.tipCap) }

// To is the recipient, nil for a creation.
func (t *Tx) To() *common.Address { return t.to }

// Value is in wei.
func (t *Tx) Value() *uint256.Int { return new(uint256.Int).Set(&t.value) }

// Data is the input. It must not be changed.
func (t *Tx) Data() []byte { return t.data }

// AccessList is the EIP-2930 list, nil when the type has none.
func (t *Tx) AccessList() types.AccessList { return t.accessList }

// Authorizations is the EIP-7702 list.
func (t *Tx) Authorizations() []types.SetCodeAuthorization { return t.auths }

// IsPriority reports whether the transaction is a priority operation.
func (t *Tx) IsPriority() bool { return t.typ == rollup.PriorityTxType }

// IsUpgrade reports whether the transaction is an upgrade.
func (t *Tx) IsUpgrade() bool { return t.typ == rollup.UpgradeTxType }

// Canonical is the L1 form of a priority operation or upgrade, else nil.
func (t *Tx) Canonical() *rollup.CanonicalTx { return t.canonical }

// EffectiveGasPrice is what the sender pays per gas at a base fee: min(fee cap, base fee + tip cap); L1 operations pay their fee cap.
func (t *Tx) EffectiveGasPrice(baseFee *uint256.Int) *uint256.Int {
	if t.canonical != nil {
		return t.GasFeeCap()
	}
	price, overflow := new(uint256.Int).AddOverflow(baseFee, &t.tipCap)
	if overflow || price.Gt(&t.feeCap) {
		price.Set(&t.feeCap)
	}
	return price
}

// Geth is the transaction in go-ethereum's form, for tracers and RPC. L1 operations become an unsigned legacy transaction with the same call. It must not be used on the proving path.
func (t *Tx) Geth() (*types.Transaction, error) {
	if t.canonical != nil {
		return types.NewTx(&types.LegacyTx{
			Nonce: t.nonce, GasPrice: t.feeCap.ToBig(), Gas: t.gas, To: t.to, Value: t.value.ToBig(), Data: t.data, V: new(big.Int), R: new(big.Int), S: new(big.Int),
		}), nil
	}
	tx := new(types.Transaction)
	if err := tx.UnmarshalBinary(t.raw); err != nil {
		return nil, err
	}
	return tx, nil
}

package rollup

import (
	"bytes"
	"encoding/binary"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
)

// CanonicalTx is L2CanonicalTransaction of docs/spec.md section 2: a priority operation or an upgrade, as L1 hashes it. Fields that must be empty are not represented;
// decoding refuses them when they are not.
type CanonicalTx struct {
	Type                 byte // PriorityTxType or UpgradeTxType
	From, To             common.Address
	GasLimit             uint64      // gas
	GasPerPubdataLimit   uint64      // gas per pubdata byte
	MaxFeePerGas         uint256.Int // wei per gas
	MaxPriorityFeePerGas uint256.Int // wei per gas
	Nonce                uint64      // number in the L1 queue
	Value                uint256.Int // wei
	ToMint               uint256.Int // wei taken out of 0x800a
	RefundRecipient      common.Address
	Data                 []byte
}

const (
	canonicalHead  = 19 * 32 // words before the tails: 10 + reserved[4] + 5 offsets
	maxCanonicalTx = 1 << 24 // bytes; far above what L1 calldata can carry
)

// Append appends abi.encode(L2CanonicalTransaction).
func (t *CanonicalTx) Append(dst []byte) []byte {
	addressWord := func(a common.Address) []byte { return common.LeftPadBytes(a[:], 32) }
	bigWord := func(v *uint256.Int) []byte { w := v.Bytes32(); return w[:] }
	padded := (len(t.Data) + 31) &^ 31
	tail := uint64(canonicalHead)
	afterData := tail + 32 + uint64(padded)
	for _, w := range [][]byte{
		word(32), word(uint64(t.Type)), addressWord(t.From), addressWord(t.To), word(t.GasLimit), word(t.GasPerPubdataLimit),
		bigWord(&t.MaxFeePerGas), bigWord(&t.MaxPriorityFeePerGas), word(0), word(t.Nonce), bigWord(&t.Value),
		bigWord(&t.ToMint), addressWord(t.RefundRecipient), word(0), word(0),
		word(tail), word(afterData), word(afterData + 32), word(afterData + 64), word(afterData + 96),
		word(uint64(len(t.Data))),
	} {
		dst = append(dst, w...)
	}
	dst = append(dst, t.Data...)
	dst = append(dst, make([]byte, padded-len(t.Data))...)
	return append(dst, make([]byte, 4*32)...)
}

// Hash is the operation's hash on L1 and L2.
func (t *CanonicalTx) Hash() common.Hash { return keccak(t.Append(nil)) }

// Raw is the transaction as it stands in a block: type byte and ABI encoding.
func (t *CanonicalTx) Raw() []byte { return t.Append([]byte{t.Type}) }

// DecodeCanonicalTx reads raw bytes as they stand in a block. Only the canonical encoding is accepted.
func DecodeCanonicalTx(raw []byte) (*CanonicalTx, error) {
	if len(raw) == 0 || (raw[0] != PriorityTxType && raw[0] != UpgradeTxType) {
		return nil, fmt.Errorf("canonical transaction: type byte: %w", ErrEncoding)
	}
	t, err := DecodeCanonicalABI(raw[1:])
	if err != nil {
		return nil, err
	}
	if t.Type != raw[0] {
		return nil, fmt.Errorf("canonical transaction: type %#x inside type %#x: %w", t.Type, raw[0], ErrEncoding)
	}
	return t, nil
}

// DecodeCanonicalABI reads abi.encode(L2CanonicalTransaction). Data aliases the input.
func DecodeCanonicalABI(enc []byte) (*CanonicalTx, error) {
	const minimum = 32 + canonicalHead + 5*32
	if len(enc) < minimum || len(enc) > maxCanonicalTx || len(enc)%32 != 0 {
		return nil, fmt.Errorf("canonical transaction: %d bytes: %w", len(enc), ErrEncoding)
	}
	at := func(i int) []byte { return enc[32*(i+1) : 32*(i+2)] }
	small := func(i int) uint64 { return binary.BigEndian.Uint64(at(i)[24:]) }
	t := &CanonicalTx{
		Type: at(0)[31], From: common.BytesToAddress(at(1)), To: common.BytesToAddress(at(2)),
		GasLimit: small(3), GasPerPubdataLimit: small(4), Nonce: small(8), RefundRecipient: common.BytesToAddress(at(11)),
	}
	t.MaxFeePerGas.SetBytes32(at(5))
	t.MaxPriorityFeePerGas.SetBytes32(at(6))
	t.Value.SetBytes32(at(9))
	t.ToMint.SetBytes32(at(10))
	n := binary.BigEndian.Uint64(enc[32+canonicalHead+24:])
	if n > uint64(len(enc)-minimum) {
		return nil, fmt.Errorf("canonical transaction: data of %d bytes: %w", n, ErrEncoding)
	}
	t.Data = enc[64+canonicalHead:][:n:n]
	// Whatever was not read above (high bytes, empty fields, offsets, padding) must be what Append writes.
	if (t.Type != PriorityTxType && t.Type != UpgradeTxType) || !bytes.Equal(t.Append(make([]byte, 0, len(enc))), enc) {
		return nil, fmt.Errorf("canonical transaction: not canonical: %w", ErrEncoding)
	}
	return t, nil
}

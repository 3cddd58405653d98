package rollup

import (
	"bytes"
	"errors"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
)

func sampleOp() *CanonicalTx {
	t := &CanonicalTx{
		Type: PriorityTxType, From: common.HexToAddress("0x1111000000000000000000000000000000001112"), To: L2AssetRouterAddress,
		GasLimit: 2_000_000, GasPerPubdataLimit: 800, Nonce: 7, RefundRecipient: common.HexToAddress("0xbeef"), Data: []byte("thirty-three bytes of call data.."),
	}
	t.MaxFeePerGas.SetUint64(250_000_000)
	t.Value.SetUint64(12345)
	t.ToMint.SetFromHex("0x1bc16d674ec80000")
	return t
}

// abiCanonical encodes with geth's ABI package, an implementation independent of ours.
func abiCanonical(t *testing.T, tx *CanonicalTx) []byte {
	t.Helper()
	u := "uint256"
	typ, err := abi.NewType("tuple", "", []abi.ArgumentMarshaling{
		{Name: "txType", Type: u}, {Name: "from", Type: u}, {Name: "to", Type: u}, {Name: "gasLimit", Type: u}, {Name: "gasPerPubdataByteLimit", Type: u},
		{Name: "maxFeePerGas", Type: u}, {Name: "maxPriorityFeePerGas", Type: u}, {Name: "paymaster", Type: u}, {Name: "nonce", Type: u}, {Name: "value", Type: u},
		{Name: "reserved", Type: "uint256[4]"}, {Name: "data", Type: "bytes"}, {Name: "signature", Type: "bytes"}, {Name: "factoryDeps", Type: "uint256[]"},
		{Name: "paymasterInput", Type: "bytes"}, {Name: "reservedDynamic", Type: "bytes"},
	})
	if err != nil {
		t.Fatal(err)
	}
	addr := func(a common.Address) *big.Int { return new(big.Int).SetBytes(a[:]) }
	num := func(n uint64) *big.Int { return new(big.Int).SetUint64(n) }
	value := struct {
		TxType, From, To, GasLimit, GasPerPubdataByteLimit, MaxFeePerGas, MaxPriorityFeePerGas, Paymaster, Nonce, Value *big.Int
		Reserved                                                                                                        [4]*big.Int
		Data, Signature                                                                                                 []byte
		FactoryDeps                                                                                                     []*big.Int
		PaymasterInput, ReservedDynamic                                                                                 []byte
	}{
		num(uint64(tx.Type)), addr(tx.From), addr(tx.To), num(tx.GasLimit), num(tx.GasPerPubdataLimit), tx.MaxFeePerGas.ToBig(), tx.MaxPriorityFeePerGas.ToBig(),
		num(0), num(tx.Nonce), tx.Value.ToBig(), [4]*big.Int{tx.ToMint.ToBig(), addr(tx.RefundRecipient), num(0), num(0)},
		tx.Data, nil, nil, nil, nil,
	}
	out, err := abi.Arguments{{Type: typ}}.Pack(value)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestCanonicalTxMatchesABI(t *testing.T) {
	for _, n := range []int{0, 1, 31, 32, 33, 1000} {
		tx := sampleOp()
		tx.Data = bytes.Repeat([]byte{0xab}, n)
		want := abiCanonical(t, tx)
		if got := tx.Append(nil); !bytes.Equal(got, want) {
			t.Fatalf("data of %d bytes: got %x, want %x", n, got, want)
		}
		if got, want := tx.Hash(), crypto.Keccak256Hash(want); got != want {
			t.Fatalf("hash %v, want %v", got, want)
		}
		back, err := DecodeCanonicalTx(tx.Raw())
		if err != nil {
			t.Fatalf("data of %d bytes: %v", n, err)
		}
		if !bytes.Equal(back.Raw(), tx.Raw()) || back.Nonce != tx.Nonce || back.RefundRecipient != tx.RefundRecipient || !back.ToMint.Eq(&tx.ToMint) {
			t.Fatalf("round trip: got %+v, want %+v", back, tx)
		}
	}
}

// Every byte of the encoding is significant: changing one either changes the decoded operation or is refused.
func TestCanonicalTxEveryByteCounts(t *testing.T) {
	raw := sampleOp().Raw()
	for i := range raw {
		forged := bytes.Clone(raw)
		forged[i] ^= 0x80
		back, err := DecodeCanonicalTx(forged)
		if err == nil && !bytes.Equal(back.Raw(), forged) {
			t.Fatalf("byte %d: accepted %x as another operation", i, forged)
		}
		if err != nil && !errors.Is(err, ErrEncoding) {
			t.Fatalf("byte %d: error %v is not ErrEncoding", i, err)
		}
	}
	for _, n := range []int{0, 1, 32, len(raw) - 32, len(raw) - 1} {
		if _, err := DecodeCanonicalTx(raw[:n]); !errors.Is(err, ErrEncoding) {
			t.Fatalf("truncated to %d bytes: error %v", n, err)
		}
	}
	if _, err := DecodeCanonicalTx(append(bytes.Clone(raw), make([]byte, 32)...)); !errors.Is(err, ErrEncoding) {
		t.Fatalf("trailing word: error %v", err)
	}
	if up := append([]byte{UpgradeTxType}, raw[1:]...); true {
		if _, err := DecodeCanonicalTx(up); !errors.Is(err, ErrEncoding) {
			t.Fatalf("type byte differs from txType: error %v", err)
		}
	}
}

func FuzzDecodeCanonicalTx(f *testing.F) {
	f.Add(sampleOp().Raw())
	f.Add([]byte{PriorityTxType})
	f.Fuzz(func(t *testing.T, raw []byte) {
		tx, err := DecodeCanonicalTx(raw)
		if err != nil {
			return
		}
		if !bytes.Equal(tx.Raw(), raw) {
			t.Fatalf("decoded %x, encodes to %x", raw, tx.Raw())
		}
	})
}

func TestAliasL1Address(t *testing.T) {
	got := AliasL1Address(common.HexToAddress("0xffffffffffffffffffffffffffffffffffffffff"))
	if want := common.HexToAddress("0x1111000000000000000000000000000000001110"); got != want {
		t.Fatalf("got %v, want %v", got, want)
	}
	if want := new(uint256.Int).Sub(new(uint256.Int).Lsh(uint256.NewInt(1), 127), uint256.NewInt(1)); !BaseTokenSupply().Eq(want) {
		t.Fatalf("supply %v", BaseTokenSupply())
	}
}
